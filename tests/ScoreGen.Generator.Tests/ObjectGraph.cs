using System.Reflection;

namespace ScoreGen.Generator.Tests;

/// <summary>Walks an object's fields, theirs, and so on.</summary>
internal static class ObjectGraph
{
    /// <summary>The types of all objects that can be reached.</summary>
    public static IEnumerable<Type> TypesBehind(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var types = new HashSet<Type>();
        var open = new Stack<object>([root]);
        while (open.TryPop(out var current))
        {
            if (!seen.Add(current))
            {
                continue;
            }

            types.Add(current.GetType());
            if (current is string || current.GetType().IsPrimitive || current.GetType().IsEnum)
            {
                continue;
            }

            foreach (var next in current is Array array ? array.Cast<object?>() : Fields(current))
            {
                if (next is not null)
                {
                    open.Push(next);
                }
            }
        }

        return types;
    }

    private static IEnumerable<object?> Fields(object instance)
    {
        for (var type = instance.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field.GetValue(instance);
            }
        }
    }
}
