namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Saves the state_dict to a file. An existing file is replaced only once all is written.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                AtomicFile.Write(location, stream =>
                {
                    using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                    save(writer, skip);
                });
                return this;
            }

            /// <summary>Writes the state_dict.</summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes the state_dict and closes the stream.</summary>
            /// <param name="stream">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes named tensors in TorchSharp's format.</summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="sd">The tensors by name.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
                writer.Encode(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            /// <summary>Loads parameters and buffers from a file. Unless all of the file fits the module, nothing is changed.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="strict">Whether the names must be exactly those of the state_dict.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Receives the names in the file, and whether the module has them.</param>
            /// <returns>This module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">The file is of another module.</exception>
            /// <exception cref="InvalidDataException">The file is truncated, too long or of another format.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                    throw new FileNotFoundException($"There is no file '{location}' to load {GetName()} from.", location);
                using var stream = new WholeFile(location);
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers and closes the stream.</summary>
            /// <inheritdoc cref="load(BinaryReader, bool, IList{string}, Dictionary{string, bool})"/>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers. Unless all that is read fits the module, nothing is changed.</summary>
            /// <param name="reader">Where to read.</param>
            /// <param name="strict">Whether the names must be exactly those of the state_dict.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Receives the names that were read, and whether the module has them.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">What was read is of another module.</exception>
            /// <exception cref="InvalidDataException">What was read is truncated or of another format.</exception>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var plan = new LoadPlan(new StateFile(reader), state_dict(), strict, skip ?? []);
                var count = plan.ReadCount();
                var names = reader.BaseStream.CanSeek ? LoadInPlace(plan, count, reader.BaseStream) : LoadApart(plan, count);
                foreach (var (key, known) in names)
                    loadedParameters?.Add(key, known);
                return this;
            }

            /// <summary>Looks at all entries, and reads them once all of them are known to fit.</summary>
            private static Dictionary<string, bool> LoadInPlace(LoadPlan plan, long count, Stream stream)
            {
                var start = stream.Position;
                plan.ReadEntries(count, _ => null);
                if (stream is WholeFile)
                    plan.File.ExpectEnd();
                stream.Position = start;
                return plan.ReadEntries(count, tensor => tensor);
            }

            /// <summary>What can be read only once is read into new tensors, and copied once all of it is there.</summary>
            private static Dictionary<string, bool> LoadApart(LoadPlan plan, long count)
            {
                using var scope = NewDisposeScope();
                using var guard = no_grad();
                var read = new List<(Tensor Own, Tensor Read)>();
                var names = plan.ReadEntries(count, own =>
                {
                    read.Add((own, empty(own.shape, own.dtype, CPU)));
                    return read[^1].Read;
                });
                foreach (var (own, tensor) in read)
                    own.copy_(tensor);
                return names;
            }

            /// <summary>Makes a module and loads its parameters and buffers from a file.</summary>
            /// <param name="path">The file's path.</param>
            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);

            /// <summary>Which of the tensors in a file go where.</summary>
            private sealed record LoadPlan(StateFile File, Dictionary<string, Tensor> Target, bool Strict, IList<string> Skip)
            {
                public long ReadCount()
                {
                    var count = File.ReadCount();
                    if (Strict && count != Target.Count)
                        throw new ArgumentException($"{File.Source}: Mismatched state_dict sizes: expected {Target.Count}, but found {count} entries.");
                    return count;
                }

                /// <summary>Reads all entries, each into what the function makes of the module's tensor; null passes over the elements.</summary>
                /// <returns>The names, and whether the module has them.</returns>
                public Dictionary<string, bool> ReadEntries(long count, Func<Tensor, Tensor?> into)
                {
                    var names = new Dictionary<string, bool>();
                    for (var i = 0L; i < count; i++)
                    {
                        var (key, known) = ReadEntry(into);
                        if (!names.TryAdd(key, known))
                            throw new InvalidDataException($"{File.Source} has '{key}' twice; it is not a file of this format.");
                    }
                    return names;
                }

                private (string key, bool known) ReadEntry(Func<Tensor, Tensor?> into)
                {
                    var (key, header) = File.ReadHeader();
                    var known = Target.TryGetValue(key, out var tensor);
                    if (!known && Strict)
                        throw new ArgumentException(
                            $"{File.Source}: Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");
                    var wanted = known && !Skip.Contains(key);
                    if (wanted)
                        File.RequireFit(key, header, tensor!);
                    File.ReadElements(key, header, wanted ? into(tensor!) : null);
                    return (key, known);
                }
            }
        }
    }
}
