using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Small questions about operations.</summary>
internal static class Operations
{
    /// <summary>The operation under conversions and parentheses.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>An argument by the name of its parameter; null where it is not given.</summary>
    public static IArgumentOperation? Argument(this IEnumerable<IArgumentOperation> arguments, string name)
        => arguments.FirstOrDefault(argument => argument.Parameter?.Name == name);

    /// <summary>The arguments of a call or of an object creation.</summary>
    public static ImmutableArray<IArgumentOperation> Arguments(this IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The n-th parameter's argument as a constant number.</summary>
    public static long? ConstantSize(this IOperation operation, int ordinal)
        => operation.Arguments().FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value.ConstantNumber() is { } number ? (long)number : null;

    public static double? ConstantNumber(this IOperation operation)
    {
        for (var current = operation; ; current = ((IConversionOperation)current).Operand)
        {
            if (current.ConstantValue is { HasValue: true, Value: { } value })
            {
                return value is byte or sbyte or short or ushort or int or uint or long or ulong or float or double
                    ? System.Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
                    : null;
            }

            if (current is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus)
            {
                return -minus.Operand.ConstantNumber();
            }

            if (current is not IConversionOperation)
            {
                return null;
            }
        }
    }

    public static bool IsConstant(this IOperation operation, bool value)
        => operation.Unwrap().ConstantValue is { HasValue: true, Value: bool constant } && constant == value;

    /// <summary>The field, property or captured constructor parameter that an expression names; null where it is none.</summary>
    public static ISymbol? Member(this IOperation operation) => operation.Unwrap() switch
    {
        IFieldReferenceOperation reference => reference.Field.AssociatedSymbol ?? reference.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } reference => reference.Property,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } => parameter,
        _ => null,
    };

    /// <summary>The local or the parameter that an expression names.</summary>
    public static ISymbol? Variable(this IOperation operation) => operation.Unwrap() switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        _ => null,
    };

    /// <summary>A call from its name to its last argument, without the expression before the dot; any other operation whole.</summary>
    public static Location Place(this IOperation operation)
    {
        var syntax = operation.Syntax;
        var name = (syntax as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };
        return name is null ? syntax.GetLocation() : Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(name.SpanStart, syntax.Span.End));
    }
}
