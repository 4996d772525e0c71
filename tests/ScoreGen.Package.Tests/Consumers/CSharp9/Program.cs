using System;
using ScoreGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CSharp9
{
    [ScoreDepth(Steps = 3, Integrator = Integrator.Heun)]
    public partial class Encoder : nn.Module<Tensor, Tensor>
    {
        private readonly Linear layer;

        public Encoder() : base("encoder")
        {
            layer = nn.Linear(4, 4);
            RegisterComponents();
        }

        public Linear Layer
        {
            get { return layer; }
        }

        [ScoreBlock]
        private Tensor Block(Tensor h)
        {
            return layer.call(h).tanh();
        }
    }

    public static class Program
    {
        public static int Main()
        {
            using (var scope = NewDisposeScope())
            using (no_grad())
            {
                var encoder = new Encoder();
                var x = randn(2, 4);
                var difference = (encoder.call(x) - ByHand(encoder, x)).abs().max().item<float>();
                Console.WriteLine(Encoder.Depth);
                Console.WriteLine(difference < 1e-6 ? "equal" : "different by " + difference);
                return difference < 1e-6 ? 0 : 1;
            }
        }

        private static Tensor ByHand(Encoder encoder, Tensor h)
        {
            for (var step = 0; step < 3; step++)
            {
                var k1 = encoder.Layer.call(h).tanh() - h;
                var y = h + k1 / 3;
                var k2 = encoder.Layer.call(y).tanh() - y;
                h = h + (k1 + k2) / 6;
            }

            return h;
        }
    }
}
