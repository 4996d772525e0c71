using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samples.Reports;

/// <summary>In JSON, one of a few things with names is its name.</summary>
internal sealed class ByName : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(INamed<>));

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(type))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : class, INamed<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var name = reader.GetString();
            return T.All.FirstOrDefault(one => one.Name == name) ?? throw new JsonException($"There is no {typeof(T).Name} '{name}'.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }
}
