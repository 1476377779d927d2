using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Entities;

/// <summary>How a row class of an application is read and written; worked out once a class.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly Func<object> _create;

    private EntityShape(Type type)
    {
        _create = Constructor(type);
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0
                && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
                && !IsSystem(property.Name))
            .Select(property => new EntityMember(property))
            .ToArray();
        Read = members.Where(member => member.Get is not null).ToArray();
        Written = members.Where(member => member.Set is not null).ToArray();
    }

    /// <summary>The properties that go into a request.</summary>
    public IReadOnlyList<EntityMember> Read { get; }

    /// <summary>The properties that are filled from an answer.</summary>
    public IReadOnlyList<EntityMember> Written { get; }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static key => new(key));

    /// <summary>Whether a property belongs to the row itself and is not among its data.</summary>
    public static bool IsSystem(string name) =>
        name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey) or nameof(ITableEntity.Timestamp)
            or nameof(ITableEntity.ETag) or TableEntity.ETagName;

    public object Create() => _create();

    private static Func<object> Constructor(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is not { } constructor || type.IsAbstract)
            return () => throw new MissingMethodException($"{type} has no public constructor without parameters, so no row can be read into it.");
        return Expression.Lambda<Func<object>>(Expression.New(constructor)).Compile();
    }
}
