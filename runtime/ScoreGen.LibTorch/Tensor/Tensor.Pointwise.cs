using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Functions of each element.
    public partial class Tensor
    {
        public Tensor abs() => Ops.abs.Unary(this);

        public Tensor abs_() => Ops.abs_.Update(this);

        public Tensor absolute() => abs();

        public Tensor absolute_() => abs_();

        public Tensor sqrt() => Ops.sqrt.Unary(this);

        public Tensor sqrt_() => Ops.sqrt_.Update(this);

        public Tensor rsqrt() => Ops.rsqrt.Unary(this);

        public Tensor rsqrt_() => Ops.rsqrt_.Update(this);

        public Tensor exp() => Ops.exp.Unary(this);

        public Tensor exp_() => Ops.exp_.Update(this);

        public Tensor exp2() => Ops.exp2.Unary(this);

        public Tensor exp2_() => Ops.exp2_.Update(this);

        public Tensor expm1() => Ops.expm1.Unary(this);

        public Tensor expm1_() => Ops.expm1_.Update(this);

        public Tensor log() => Ops.log.Unary(this);

        public Tensor log_() => Ops.log_.Update(this);

        public Tensor log2() => Ops.log2.Unary(this);

        public Tensor log2_() => Ops.log2_.Update(this);

        public Tensor log10() => Ops.log10.Unary(this);

        public Tensor log10_() => Ops.log10_.Update(this);

        public Tensor log1p() => Ops.log1p.Unary(this);

        public Tensor log1p_() => Ops.log1p_.Update(this);

        public Tensor ceil() => Ops.ceil.Unary(this);

        public Tensor ceil_() => Ops.ceil_.Update(this);

        public Tensor floor() => Ops.floor.Unary(this);

        public Tensor floor_() => Ops.floor_.Update(this);

        public Tensor round(long decimals = 0) => Ops.round_decimals.Call(this, decimals);

        public Tensor round_(long decimals = 0) => Ops.round__decimals.Update(this, decimals);

        public Tensor trunc() => Ops.trunc.Unary(this);

        public Tensor trunc_() => Ops.trunc_.Update(this);

        public Tensor fix() => trunc();

        public Tensor fix_() => trunc_();

        public Tensor frac() => Ops.frac.Unary(this);

        public Tensor frac_() => Ops.frac_.Update(this);

        public Tensor sign() => Ops.sign.Unary(this);

        public Tensor sign_() => Ops.sign_.Update(this);

        public Tensor sgn() => Ops.sgn.Unary(this);

        public Tensor sgn_() => Ops.sgn_.Update(this);

        public Tensor signbit() => Ops.signbit.Unary(this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Ops.clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Ops.clamp_Tensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Ops.clamp_.Update(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Ops.clamp__Tensor.Update(this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_min(Scalar min) => Ops.clamp_min.Call(this, min);

        public Tensor clamp_min_(Scalar min) => Ops.clamp_min_.Update(this, min);

        public Tensor clamp_max(Scalar max) => Ops.clamp_max.Call(this, max);

        public Tensor clamp_max_(Scalar max) => Ops.clamp_max_.Update(this, max);

        public Tensor erf() => Ops.erf.Unary(this);

        public Tensor erf_() => Ops.erf_.Update(this);

        public Tensor erfc() => Ops.erfc.Unary(this);

        public Tensor erfc_() => Ops.erfc_.Update(this);

        public Tensor erfinv() => Ops.erfinv.Unary(this);

        public Tensor erfinv_() => Ops.erfinv_.Update(this);

        public Tensor lgamma() => Ops.lgamma.Unary(this);

        public Tensor lgamma_() => Ops.lgamma_.Update(this);

        public Tensor digamma() => Ops.digamma.Unary(this);

        public Tensor digamma_() => Ops.digamma_.Update(this);

        public Tensor mvlgamma(long p) => Ops.mvlgamma.Call(this, p);

        public Tensor polygamma(long p) => Ops.polygamma.Call(p, this);

        public Tensor i0() => Ops.i0.Unary(this);

        public Tensor igamma(Tensor other) => Ops.igamma.Binary(this, other);

        public Tensor igammac(Tensor other) => Ops.igammac.Binary(this, other);

        public Tensor logit(double? eps = null) => Ops.logit.Call(this, eps);

        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => Ops.nan_to_num.Call(this, nan, posinf, neginf);

        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            Ops.nan_to_num_.Update(this, nan, posinf, neginf);

        public Tensor deg2rad() => Ops.deg2rad.Unary(this);

        public Tensor rad2deg() => Ops.rad2deg.Unary(this);

        public Tensor angle() => Ops.angle.Unary(this);

        public Tensor conj() => Ops.conj.Unary(this);

        public Tensor conj_physical() => Ops.conj_physical.Unary(this);

        public Tensor resolve_conj() => Ops.resolve_conj.Unary(this);
    }
}
