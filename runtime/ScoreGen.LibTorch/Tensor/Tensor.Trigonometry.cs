using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Circular and hyperbolic functions.
    public partial class Tensor
    {
        public Tensor sin() => Ops.sin.Unary(this);

        public Tensor sin_() => Ops.sin_.Update(this);

        public Tensor cos() => Ops.cos.Unary(this);

        public Tensor cos_() => Ops.cos_.Update(this);

        public Tensor tan() => Ops.tan.Unary(this);

        public Tensor tan_() => Ops.tan_.Update(this);

        public Tensor asin() => Ops.asin.Unary(this);

        public Tensor asin_() => Ops.asin_.Update(this);

        public Tensor arcsin() => asin();

        public Tensor arcsin_() => asin_();

        public Tensor acos() => Ops.acos.Unary(this);

        public Tensor acos_() => Ops.acos_.Update(this);

        public Tensor arccos() => acos();

        public Tensor arccos_() => acos_();

        public Tensor atan() => Ops.atan.Unary(this);

        public Tensor atan_() => Ops.atan_.Update(this);

        public Tensor arctan() => atan();

        public Tensor arctan(Tensor other) => atan2(other);

        public Tensor arctan_(Tensor other) => atan2_(other);

        public Tensor arctan_() => atan_();

        public Tensor atan2(Tensor other) => Ops.atan2.Binary(this, other);

        public Tensor atan2_(Tensor other) => Ops.atan2_.Update(this, other);

        public Tensor arctan2(Tensor other) => atan2(other);

        public Tensor arctan2_(Tensor other) => atan2_(other);

        public Tensor sinh() => Ops.sinh.Unary(this);

        public Tensor sinh_() => Ops.sinh_.Update(this);

        public Tensor cosh() => Ops.cosh.Unary(this);

        public Tensor cosh_() => Ops.cosh_.Update(this);

        public Tensor tanh() => Ops.tanh.Unary(this);

        public Tensor tanh_() => Ops.tanh_.Update(this);

        public Tensor asinh() => Ops.asinh.Unary(this);

        public Tensor asinh_() => Ops.asinh_.Update(this);

        public Tensor arcsinh() => asinh();

        public Tensor arcsinh_() => asinh_();

        public Tensor acosh() => Ops.acosh.Unary(this);

        public Tensor acosh_() => Ops.acosh_.Update(this);

        public Tensor arccosh() => acosh();

        public Tensor arccosh_() => acosh_();

        public Tensor atanh() => Ops.atanh.Unary(this);

        public Tensor atanh_() => Ops.atanh_.Update(this);

        public Tensor arctanh() => atanh();

        public Tensor arctanh_() => atanh_();

        public Tensor sinc() => Ops.sinc.Unary(this);

        public Tensor sinc_() => Ops.sinc_.Update(this);
    }
}
