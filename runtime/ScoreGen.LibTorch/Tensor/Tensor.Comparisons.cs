using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Comparisons and logic.
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Ops.eq_Tensor.Binary(this, target);

        public Tensor eq(Scalar target) => Ops.eq_Scalar.Call(this, target);

        public Tensor eq_(Tensor target) => Ops.eq__Tensor.Update(this, target);

        public Tensor eq_(Scalar target) => Ops.eq__Scalar.Update(this, target);

        public Tensor equal(Tensor target) => eq(target);

        public Tensor ne(Tensor target) => Ops.ne_Tensor.Binary(this, target);

        public Tensor ne(Scalar target) => Ops.ne_Scalar.Call(this, target);

        public Tensor ne_(Tensor target) => Ops.ne__Tensor.Update(this, target);

        public Tensor ne_(Scalar target) => Ops.ne__Scalar.Update(this, target);

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor not_equal_(Tensor target) => ne_(target);

        public Tensor lt(Tensor target) => Ops.lt_Tensor.Binary(this, target);

        public Tensor lt(Scalar target) => Ops.lt_Scalar.Call(this, target);

        public Tensor lt_(Tensor target) => Ops.lt__Tensor.Update(this, target);

        public Tensor lt_(Scalar target) => Ops.lt__Scalar.Update(this, target);

        public Tensor less(Tensor target) => lt(target);

        public Tensor le(Tensor target) => Ops.le_Tensor.Binary(this, target);

        public Tensor le(Scalar target) => Ops.le_Scalar.Call(this, target);

        public Tensor le_(Tensor target) => Ops.le__Tensor.Update(this, target);

        public Tensor le_(Scalar target) => Ops.le__Scalar.Update(this, target);

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor less_equal_(Tensor target) => le_(target);

        public Tensor gt(Tensor target) => Ops.gt_Tensor.Binary(this, target);

        public Tensor gt(Scalar target) => Ops.gt_Scalar.Call(this, target);

        public Tensor gt_(Tensor target) => Ops.gt__Tensor.Update(this, target);

        public Tensor gt_(Scalar target) => Ops.gt__Scalar.Update(this, target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor ge(Tensor target) => Ops.ge_Tensor.Binary(this, target);

        public Tensor ge(Scalar target) => Ops.ge_Scalar.Call(this, target);

        public Tensor ge_(Tensor target) => Ops.ge__Tensor.Update(this, target);

        public Tensor ge_(Scalar target) => Ops.ge__Scalar.Update(this, target);

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
            Ops.isclose.Call(this, other, rtol, atol, nanEqual);

        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Ops.allclose.CallBool(this, target, rtol, atol, equal_nan);

        public Tensor isnan() => Ops.isnan.Unary(this);

        public Tensor isinf() => Ops.isinf.Unary(this);

        public Tensor isfinite() => Ops.isfinite.Unary(this);

        public Tensor isposinf() => Ops.isposinf.Unary(this);

        public Tensor isneginf() => Ops.isneginf.Unary(this);

        public Tensor isreal() => Ops.isreal.Unary(this);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Ops.isin_Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);

        public Tensor logical_and(Tensor other) => Ops.logical_and.Binary(this, other);

        public Tensor logical_and_(Tensor other) => Ops.logical_and_.Update(this, other);

        public Tensor logical_or(Tensor other) => Ops.logical_or.Binary(this, other);

        public Tensor logical_or_(Tensor other) => Ops.logical_or_.Update(this, other);

        public Tensor logical_xor(Tensor other) => Ops.logical_xor.Binary(this, other);

        public Tensor logical_xor_(Tensor other) => Ops.logical_xor_.Update(this, other);

        public Tensor logical_not() => Ops.logical_not.Unary(this);

        public Tensor logical_not_() => Ops.logical_not_.Update(this);

        public Tensor bitwise_and(Tensor other) => Ops.bitwise_and_Tensor.Binary(this, other);

        public Tensor bitwise_and_(Tensor other) => Ops.bitwise_and__Tensor.Update(this, other);

        public Tensor bitwise_or(Tensor other) => Ops.bitwise_or_Tensor.Binary(this, other);

        public Tensor bitwise_or_(Tensor other) => Ops.bitwise_or__Tensor.Update(this, other);

        public Tensor bitwise_xor(Tensor other) => Ops.bitwise_xor_Tensor.Binary(this, other);

        public Tensor bitwise_xor_(Tensor other) => Ops.bitwise_xor__Tensor.Update(this, other);

        public Tensor bitwise_not() => Ops.bitwise_not.Unary(this);

        public Tensor bitwise_not_() => Ops.bitwise_not_.Update(this);

        public Tensor bitwise_left_shift(Tensor other) => Ops.bitwise_left_shift_Tensor.Binary(this, other);

        public Tensor bitwise_right_shift(Tensor other) => Ops.bitwise_right_shift_Tensor.Binary(this, other);
    }
}
