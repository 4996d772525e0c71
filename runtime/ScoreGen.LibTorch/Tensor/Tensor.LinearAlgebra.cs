using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Products and factorisations of matrices and vectors.
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Ops.matmul.Binary(this, target);

        public Tensor mm(Tensor target) => Ops.mm.Binary(this, target);

        public Tensor bmm(Tensor batch2) => Ops.bmm.Binary(this, batch2);

        public Tensor mv(Tensor target) => Ops.mv.Binary(this, target);

        public Tensor dot(Tensor target) => Ops.dot.Binary(this.AsLongAs(target, "dot"), target);

        public Tensor vdot(Tensor target) => Ops.vdot.Binary(this.AsLongAs(target, "vdot"), target);

        public Tensor outer(Tensor vec2) => Ops.outer.Binary(this, vec2);

        public Tensor ger(Tensor vec2) => outer(vec2);

        public Tensor inner(Tensor vec2) => Ops.inner.Binary(this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.addmm.Call(this, mat1, mat2, beta, alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.addmm_.Update(this, mat1, mat2, beta, alpha);

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Ops.addmv.Call(this, mat, vec, beta, alpha);

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Ops.addmv_.Update(this, mat, vec, beta, alpha);

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.addbmm.Call(this, batch1, batch2, beta, alpha);

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Ops.addbmm_.Update(this, batch1, batch2, beta, alpha);

        /// <summary>beta·batch2 + alpha·this@batch1: TorchSharp takes the summand last, where PyTorch takes it first.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Ops.baddbmm.Call(batch2, this, batch1, beta, alpha);

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Ops.addr.Call(this, vec1, vec2, beta, alpha);

        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Ops.addr_.Update(this, vec1, vec2, beta, alpha);

        public Tensor kron(Tensor other) => Ops.kron.Binary(this, other);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Ops.tensordot.Call(this, b, dims1, dims2);

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            Ops.tensordot.Call(this, b, dims.Select(pair => pair.Item1).ToArray(), dims.Select(pair => pair.Item2).ToArray());

        public Tensor tensordot(Tensor b, long dims = 2) =>
            Ops.tensordot.Call(this, b, Enumerable.Range((int)(ndim - dims), (int)dims).Select(dim => (long)dim).ToArray(), Enumerable.Range(0, (int)dims).Select(dim => (long)dim).ToArray());

        public Tensor cholesky(bool upper = false) => Ops.cholesky.Call(this, upper);

        public Tensor cholesky_inverse(bool upper = false) => Ops.cholesky_inverse.Call(this, upper);

        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Ops.cholesky_solve.Call(this, input2, upper);

        public Tensor inverse() => Ops.inverse.Unary(this);

        public Tensor det() => Ops.det.Unary(this);

        public Tensor logdet() => size(-1) == size(-2)
            ? Ops.logdet.Unary(this)
            : throw new ArgumentException($"The input tensor is not square: its shape is [{string.Join(", ", shape)}].");

        public Tensor matrix_exp() => Ops.matrix_exp.Unary(this);

        public Tensor matrix_power(int n) => Ops.matrix_power.Call(this, n);

        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) => Ops.linalg_pinv.Call(this, rcond, hermitian);
    }
}
