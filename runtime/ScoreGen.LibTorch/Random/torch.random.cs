namespace TorchSharp;

public static partial class torch
{
    /// <summary>Starts the random streams of all devices anew.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>Starts the random streams of all devices from a seed that differs between runs, and returns it.</summary>
    public static long seed() => Generator.Default.seed();

    /// <summary>The seed that the CPU's stream started from.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>The state of the CPU's stream, a tensor of bytes.</summary>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Continues the CPU's stream from a state that <see cref="get_rng_state"/> gave.</summary>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>Random streams.</summary>
    public static partial class random
    {
        /// <inheritdoc cref="torch.seed"/>
        public static long seed() => torch.seed();

        /// <inheritdoc cref="torch.initial_seed"/>
        public static long initial_seed() => torch.initial_seed();

        /// <inheritdoc cref="torch.manual_seed"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.get_rng_state"/>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="torch.set_rng_state"/>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
