using System.Linq.Expressions;
using System.Reflection;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Queries;

/// <summary>The two sides of a comparison: a property of the row, and a value known before the query is sent.</summary>
internal static class Operand
{
    /// <summary>The name of the row's property that an expression reads; null when it reads none.</summary>
    public static string? Name(Expression expression, ParameterExpression row)
    {
        switch (Stripped(expression))
        {
            case MemberExpression { Member.Name: "Value", Expression: { } inner } member when Nullable.GetUnderlyingType(member.Member.DeclaringType!) is not null:
                return Name(inner, row);
            case MemberExpression { Expression: { } owner } member when Stripped(owner) == row:
                // Tables list their tables under another name than the client gives it.
                return row.Type == typeof(Models.TableItem) ? "TableName" : EntityMember.NameOf(member.Member);
            case MethodCallExpression { Object: { } owner, Arguments: [var key], Method: var method }
                when Stripped(owner) == row && !DependsOn(key, row) && IsReader(method):
                return Evaluate(key) as string;
            default:
                return null;
        }
    }

    /// <summary>The value that an expression stands for, as a literal.</summary>
    /// <param name="expression">The expression; it must not read the row.</param>
    /// <param name="row">The row.</param>
    /// <exception cref="NotSupportedException">It reads the row, or no filter can name its value.</exception>
    public static string Literal(Expression expression, ParameterExpression row)
    {
        if (DependsOn(expression, row))
            throw new NotSupportedException($"The table service cannot compare with '{expression}': one side must be a value.");

        var value = Evaluate(expression);
        return FilterLiteral.TryWrite(value) ?? throw new NotSupportedException(
            $"No table filter can name the value of '{expression}' ({value?.GetType().ToString() ?? "null"}).");
    }

    public static bool DependsOn(Expression expression, ParameterExpression row)
    {
        var search = new Search(row);
        search.Visit(expression);
        return search.Found;
    }

    /// <summary>The value of an expression that does not read the row.</summary>
    public static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        // Captured variables are fields of a closure: reading them needs no compiler.
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is null ? null : Evaluate(member.Expression)),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };

    private static bool IsReader(MethodInfo method) =>
        method.Name == "get_Item" || (method.DeclaringType == typeof(TableEntity) && method.Name.StartsWith("Get", StringComparison.Ordinal));

    private static Expression Stripped(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert)
            expression = convert.Operand;
        return expression;
    }

    private sealed class Search(ParameterExpression row) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == row;
            return node;
        }
    }
}
