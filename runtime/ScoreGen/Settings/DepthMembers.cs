using System;

namespace ScoreGen;

/// <summary>What is emitted beside <c>forward</c> and <c>Depth</c>.</summary>
[Flags]
#if SCOREGEN_COMPILER
internal
#else
public
#endif
enum DepthMembers
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary><c>ForwardSteps(steps, h, …)</c>: as many steps as the caller asks for.</summary>
    Steps = 1,

    /// <summary><c>ForwardWithEnergy(h, …)</c>: the state, and the energy of its path.</summary>
    Energy = 2,

    /// <summary><c>States(h, …)</c>: the state before the first step and after each one.</summary>
    States = 4,

    /// <summary><c>Trace(h, …)</c>: the norms of the state and of its update at each step.</summary>
    Trace = 8,

    /// <summary><c>Spectrum(h, …)</c>: the largest singular value of ∂F/∂h, and the step size that it allows.</summary>
    Spectrum = 16,

    /// <summary><c>ForwardWithJacobian(h, …)</c>: the state, and a penalty on ∂F/∂h there.</summary>
    Jacobian = 32,

    /// <summary><c>ForwardSchedule(dt, h, …)</c>: a step of each of the sizes that the caller gives.</summary>
    Schedule = 64,

    /// <summary>All that the settings allow.</summary>
    All = Steps | Energy | States | Trace | Spectrum | Jacobian | Schedule,
}
