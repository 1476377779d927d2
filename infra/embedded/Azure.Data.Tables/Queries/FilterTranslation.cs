using System.Linq.Expressions;

namespace Azure.Data.Tables.Queries;

/// <summary>Conditions of C# as OData filters.</summary>
internal sealed class FilterTranslation
{
    private readonly ParameterExpression _row;

    private FilterTranslation(ParameterExpression row) => _row = row;

    /// <summary>Translates one condition.</summary>
    /// <exception cref="NotSupportedException">The condition holds something that the service cannot evaluate.</exception>
    public static string Of<T>(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new FilterTranslation(filter.Parameters[0]).Condition(filter.Body);
    }

    private string Condition(Expression expression)
    {
        // A bare value (a captured flag, a constant) has no form of its own in the service's grammar.
        if (!Operand.DependsOn(expression, _row))
            return Operand.Evaluate(expression) is true ? "true" : "false";

        switch (expression)
        {
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both:
                return $"({Condition(both.Left)}) and ({Condition(both.Right)})";
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either:
                return $"({Condition(either.Left)}) or ({Condition(either.Right)})";
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return $"not ({Condition(not.Operand)})";
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert:
                return Condition(convert.Operand);
            case BinaryExpression comparison:
                return Comparison(comparison);
            case MethodCallExpression { Method.Name: nameof(Equals) } equals:
                return Equality(equals);
            default:
                return Operand.Name(expression, _row) is { } name ? $"{name} eq true" : throw NotSupported(expression);
        }
    }

    private string Equality(MethodCallExpression call) => call switch
    {
        { Object: { } left, Arguments: [var right] } => Compare(left, ExpressionType.Equal, right),
        { Object: null, Arguments: [var left, var right] } => Compare(left, ExpressionType.Equal, right),
        _ => throw NotSupported(call),
    };

    private string Comparison(BinaryExpression comparison)
    {
        // string.Compare(a, b) >= 0 is how C# says a ge b of texts.
        if (TextComparison(comparison.Left) is { } leftTexts && IsZero(comparison.Right))
            return Compare(leftTexts.Left, comparison.NodeType, leftTexts.Right);
        if (TextComparison(comparison.Right) is { } rightTexts && IsZero(comparison.Left))
            return Compare(rightTexts.Left, Mirrored(comparison.NodeType), rightTexts.Right);
        return Compare(comparison.Left, comparison.NodeType, comparison.Right);
    }

    private string Compare(Expression left, ExpressionType type, Expression right)
    {
        if (Operand.Name(left, _row) is { } name)
            return $"{name} {Operator(type)} {Operand.Literal(right, _row)}";
        if (Operand.Name(right, _row) is { } other)
            return $"{other} {Operator(Mirrored(type))} {Operand.Literal(left, _row)}";
        throw NotSupported(left);
    }

    private (Expression Left, Expression Right)? TextComparison(Expression expression)
    {
        if (expression is not MethodCallExpression call || !Operand.DependsOn(call, _row))
            return null;
        return call switch
        {
            { Object: null, Method: { Name: nameof(string.Compare) } method, Arguments: [var left, var right] }
                when method.DeclaringType == typeof(string) => (left, right),
            { Object: null, Method: { Name: nameof(string.Compare) } method, Arguments: [var left, var right, var how] }
                when method.DeclaringType == typeof(string) && IsOrdinal(how) => (left, right),
            { Object: { } left, Method.Name: nameof(IComparable.CompareTo), Arguments: [var right] } => (left, right),
            _ => null,
        };
    }

    private bool IsZero(Expression expression) => !Operand.DependsOn(expression, _row) && Operand.Evaluate(expression) is 0;

    private bool IsOrdinal(Expression expression) =>
        !Operand.DependsOn(expression, _row) && Operand.Evaluate(expression) is StringComparison.Ordinal;

    private static string Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => throw new NotSupportedException($"The operator {type} has no counterpart in a table filter."),
    };

    private static ExpressionType Mirrored(ExpressionType type) => type switch
    {
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        _ => type,
    };

    private static NotSupportedException NotSupported(Expression expression) =>
        new($"The table service cannot evaluate '{expression}': compare a property of the row with a value.");
}
