using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Entities;

/// <summary>One property of a row class.</summary>
internal sealed class EntityMember
{
    private readonly Type _type;
    private readonly bool _nullable;

    public EntityMember(PropertyInfo property)
    {
        Name = NameOf(property);
        _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        _nullable = !property.PropertyType.IsValueType || _type != property.PropertyType;

        var entity = Expression.Parameter(typeof(object));
        var typed = Expression.Convert(entity, property.DeclaringType!);
        if (property.GetMethod is { IsPublic: true })
            Get = Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(typed, property), typeof(object)), entity).Compile();
        if (property.SetMethod is { IsPublic: true } setter)
        {
            var value = Expression.Parameter(typeof(object));
            Set = Expression.Lambda<Action<object, object?>>(
                Expression.Call(typed, setter, Expression.Convert(value, property.PropertyType)), entity, value).Compile();
        }
    }

    /// <summary>The property's name in the table.</summary>
    public string Name { get; }

    /// <summary>Reads the property; null when it has no public getter.</summary>
    public Func<object, object?>? Get { get; }

    /// <summary>Sets the property; null when it has no public setter.</summary>
    public Action<object, object?>? Set { get; }

    /// <summary>The property's name in the table.</summary>
    public static string NameOf(MemberInfo property) =>
        property.GetCustomAttribute<DataMemberAttribute>()?.Name is { Length: > 0 } given ? given : property.Name;

    /// <summary>A stored value as the property's type.</summary>
    /// <exception cref="InvalidCastException">The stored type does not fit the property's.</exception>
    public object? Fit(object value)
    {
        if (_type.IsInstanceOfType(value))
            return value;
        if (_type.IsEnum)
            return Constant(value);
        if (_type == typeof(BinaryData) && value is byte[] bytes)
            return BinaryData.FromBytes(bytes);
        if (_type == typeof(DateTime) && value is DateTimeOffset instant)
            return instant.UtcDateTime;
        // A Double that is whole may come without its type, and an Int32 fits into an Int64.
        if (value is int or long or double && _type.IsPrimitive && _type != typeof(bool) && _type != typeof(char))
            return Convert.ChangeType(value, _type, CultureInfo.InvariantCulture);
        throw new InvalidCastException($"The property '{Name}' is stored as {value.GetType()} and cannot be read as {_type}.");
    }

    private object? Constant(object value)
    {
        if (value is not string text)
            return Enum.ToObject(_type, value);
        if (Enum.TryParse(_type, text, ignoreCase: false, out var constant))
            return constant;
        foreach (Enum known in Enum.GetValues(_type))
        {
            if (EdmValue.NameOf(known) == text)
                return known;
        }

        return _nullable ? null : throw new InvalidCastException($"The property '{Name}' holds '{text}', which is no value of {_type}.");
    }
}
