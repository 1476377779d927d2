using System.Collections.Immutable;

namespace LearningSociety.Domain.Places;

/// <summary>What is wrong with a unit of a list.</summary>
public enum UnitFaultKind
{
    /// <summary>Its last day lies before its first.</summary>
    EndsBeforeItBegins,

    /// <summary>Another row of the same code holds on one of its days.</summary>
    Overlaps,

    /// <summary>A province has no unit above it.</summary>
    ProvinceWithParent,

    /// <summary>A district or commune has one.</summary>
    NoParent,

    /// <summary>The list has no unit of the parent's code.</summary>
    UnknownParent,

    /// <summary>Going up from the unit, one comes back to it.</summary>
    Circle,

    /// <summary>The parent does not stand higher.</summary>
    ParentNotAbove,

    /// <summary>The parent is not there on all of the unit's days.</summary>
    ParentNotThere,

    /// <summary>A unit that lasts became nothing.</summary>
    SuccessorOfLasting,

    /// <summary>The list has no unit of the successor's code.</summary>
    UnknownSuccessor,

    /// <summary>The successor is not there on the day after the unit's last.</summary>
    SuccessorNotThere,

    /// <summary>A province becomes provinces, and nothing else does.</summary>
    SuccessorOfOtherTier,
}

/// <summary>Something wrong with a unit of a list.</summary>
/// <param name="Index">Its index in the list.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Code">The other unit's code; the unit's own where none takes part.</param>
/// <param name="Other">Index of the other row; null where none takes part.</param>
/// <param name="Day">The day that it is about; null where there is none, or it is before all that is recorded.</param>
public sealed record UnitFault(int Index, UnitFaultKind Kind, string Code, int? Other = null, DateOnly? Day = null);

/// <summary>Checks that a list of administrative units with their history fits together.</summary>
public static class UnitListCheck
{
    // Three tiers make two steps up; longer circles break the order of tiers as well.
    private const int MostSteps = 8;

    /// <summary>All that does not fit, by index: first how the rows of a code follow each other, for nothing else can be said of a list where they do not.</summary>
    public static ImmutableArray<UnitFault> Of(IReadOnlyList<AdministrativeUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var byCode = units.Select((unit, index) => (Unit: unit, Index: index)).ToLookup(one => one.Unit.Code, StringComparer.Ordinal);
        ImmutableArray<UnitFault> times = [.. byCode.SelectMany(Times).OrderBy(fault => fault.Index)];
        return times.IsEmpty ? [.. units.SelectMany((unit, index) => Faults(unit, index, byCode))] : times;
    }

    private static IEnumerable<UnitFault> Times(IEnumerable<(AdministrativeUnit Unit, int Index)> same)
    {
        (AdministrativeUnit Unit, int Index)? before = null;
        foreach (var one in same.OrderBy(one => one.Unit.From ?? DateOnly.MinValue).ThenBy(one => one.Index))
        {
            if (one.Unit.From > one.Unit.To) yield return new(one.Index, UnitFaultKind.EndsBeforeItBegins, one.Unit.Code);
            if (before is { } earlier && (earlier.Unit.To is null || one.Unit.From is null || earlier.Unit.To >= one.Unit.From))
                yield return new(one.Index, UnitFaultKind.Overlaps, one.Unit.Code, earlier.Index, one.Unit.From);
            if (before is null || before.Value.Unit.To is { } last && !(last > (one.Unit.To ?? DateOnly.MaxValue))) before = one;
        }
    }

    private static IEnumerable<UnitFault> Faults(AdministrativeUnit unit, int index, ILookup<string, (AdministrativeUnit Unit, int Index)> byCode)
    {
        if (ParentFault(unit, index, byCode) is { } wrong) yield return wrong;
        if (unit.Successors.IsDefaultOrEmpty) yield break;
        if (unit.To is not { } last)
        {
            yield return new(index, UnitFaultKind.SuccessorOfLasting, unit.Code);
            yield break;
        }

        foreach (var code in unit.Successors)
        {
            var next = byCode[code].Select(one => one.Unit).FirstOrDefault(one => one.HoldsOn(last.AddDays(1)));
            if (!byCode.Contains(code)) yield return new(index, UnitFaultKind.UnknownSuccessor, code);
            else if (next is null) yield return new(index, UnitFaultKind.SuccessorNotThere, code, Day: last.AddDays(1));
            else if ((next.Tier == UnitTier.Province) != (unit.Tier == UnitTier.Province)) yield return new(index, UnitFaultKind.SuccessorOfOtherTier, code);
        }
    }

    private static UnitFault? ParentFault(AdministrativeUnit unit, int index, ILookup<string, (AdministrativeUnit Unit, int Index)> byCode)
    {
        if (unit.Tier == UnitTier.Province) return unit.Parent is null ? null : new(index, UnitFaultKind.ProvinceWithParent, unit.Parent);
        if (unit.Parent is not { } parent) return new(index, UnitFaultKind.NoParent, unit.Code);
        if (!byCode.Contains(parent)) return new(index, UnitFaultKind.UnknownParent, parent);
        if (IsInCircle(unit.Code, byCode)) return new(index, UnitFaultKind.Circle, parent);
        var parents = byCode[parent].ToArray();
        if (parents.FirstOrDefault(one => one.Unit.Tier >= unit.Tier) is { Unit: not null } low) return new(index, UnitFaultKind.ParentNotAbove, parent, low.Index);
        return Gap(unit, [.. parents.Select(one => one.Unit)]) is { } day ? new(index, UnitFaultKind.ParentNotThere, parent, Day: day == DateOnly.MinValue ? null : day) : null;
    }

    private static bool IsInCircle(string code, ILookup<string, (AdministrativeUnit Unit, int Index)> byCode)
    {
        HashSet<string> level = [code];
        for (var step = 0; step < MostSteps && level.Count > 0; step++)
        {
            level = [.. level.SelectMany(one => byCode[one]).Select(one => one.Unit.Parent).OfType<string>()];
            if (level.Contains(code)) return true;
        }

        return false;
    }

    // The first day of the unit on which no row of its parent holds.
    private static DateOnly? Gap(AdministrativeUnit unit, AdministrativeUnit[] parents)
    {
        var (day, end) = (unit.From ?? DateOnly.MinValue, unit.To ?? DateOnly.MaxValue);
        while (parents.FirstOrDefault(one => one.HoldsOn(day)) is { } parent)
        {
            if ((parent.To ?? DateOnly.MaxValue) >= end) return null;
            day = parent.To!.Value.AddDays(1);
        }

        return day;
    }
}
