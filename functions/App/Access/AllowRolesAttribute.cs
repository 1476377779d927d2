namespace LearningSociety.App.Access;

/// <summary>Names the roles that may call an HTTP function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowRolesAttribute(params Role[] roles) : Attribute
{
    /// <summary>The roles; a function that names none is refused at start.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>Says that anyone may call an HTTP function, signed in or not: the sign-in page, assets, health.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAnyoneAttribute : Attribute;
