using ScoreGen;

namespace NoTorch;

[ScoreDepth]
public sealed partial class Encoder;
