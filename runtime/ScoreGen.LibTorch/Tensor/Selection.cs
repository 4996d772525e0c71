using System.Runtime.InteropServices;
using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// What a list of indices selects of a tensor: first the views that numbers, ranges and new dimensions give, then what
    /// tensors pick from those. It disposes the views it makes on the way.
    /// </summary>
    private sealed class Selection : IDisposable
    {
        private readonly List<Tensor> made = [];
        private readonly List<Tensor?> chosen = [];
        private int covered;

        internal Selection(Tensor target, TensorIndex[] indices)
        {
            View = target;
            try
            {
                Narrow(indices);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        private Tensor View { get; set; }

        internal Tensor Read()
        {
            if (chosen.Count > 0)
                return Ops.index_Tensor.Call(View, chosen.ToArray());
            return View.alias();
        }

        internal void Write(Tensor value, bool accumulate)
        {
            if (chosen.Count > 0)
                Ops.index_put_.Run(View, chosen.ToArray(), value, accumulate);
            else if (accumulate)
                throw new ArgumentException("Only indices that are tensors can accumulate.");
            else
                Ops.copy_.Run(View, Fitting(value));
        }

        public void Dispose()
        {
            foreach (var tensor in made)
                tensor.Dispose();
        }

        private void Narrow(TensorIndex[] indices)
        {
            var dim = 0;
            for (var i = 0; i < indices.Length; i++)
            {
                switch (indices[i].Form)
                {
                    case TensorIndex.Kind.Single:
                        Take(Ops.select_int.Call(View, dim, indices[i].Start ?? 0));
                        break;
                    case TensorIndex.Kind.Slice:
                        Slice(dim++, indices[i]);
                        break;
                    case TensorIndex.Kind.NewDimension:
                        Take(Ops.unsqueeze.Call(View, dim++));
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        dim += (int)View.ndim - dim - indices.Skip(i + 1).Sum(Consumed);
                        break;
                    case TensorIndex.Kind.Bool:
                        Take(Ops.unsqueeze.Call(View, dim));
                        Choose(dim++, Keep(FromData([indices[i].Start != 0], [1], null, View.device, false, null)));
                        break;
                    default:
                        Choose(dim, indices[i].Chosen!);
                        dim += Consumed(indices[i]);
                        break;
                }
            }
        }

        private void Slice(int dim, TensorIndex index)
        {
            if (index.Step is <= 0)
                throw new ExternalException("step must be greater than zero");
            if (index.Start is not null || index.Stop is not null || index.Step is not (null or 1))
                Take(Ops.slice_Tensor.Call(View, dim, index.Start, index.Stop, index.Step ?? 1));
        }

        /// <summary>How many dimensions of the tensor an index stands for: a tensor of flags has one a dimension of its own.</summary>
        private static int Consumed(TensorIndex index) => index.Form switch
        {
            TensorIndex.Kind.NewDimension or TensorIndex.Kind.Bool or TensorIndex.Kind.Ellipsis => 0,
            TensorIndex.Kind.Tensor when index.Chosen!.dtype == ScalarType.Bool => (int)index.Chosen.ndim,
            _ => 1,
        };

        /// <summary>Puts a tensor at a dimension of the list for libtorch, in which flags stand for all their dimensions at once.</summary>
        private void Choose(int dim, Tensor index)
        {
            for (; covered < dim; covered++)
                chosen.Add(null);
            chosen.Add(index);
            covered += Consumed(TensorIndex.Tensor(index));
        }

        /// <summary>A value may have more dimensions than its place, if they are of length 1 and come first.</summary>
        private Tensor Fitting(Tensor value)
        {
            var surplus = (int)(value.ndim - View.ndim);
            if (surplus <= 0)
                return value;
            var shape = value.shape;
            return shape.Take(surplus).All(length => length == 1) ? Keep(Ops.reshape.Call(value, shape[surplus..])) : value;
        }

        private void Take(Tensor view) => View = Keep(view);

        private Tensor Keep(Tensor tensor)
        {
            made.Add(tensor);
            return tensor;
        }
    }
}
