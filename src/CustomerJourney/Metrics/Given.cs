using System.Runtime.CompilerServices;

namespace CustomerJourney.Metrics;

/// <summary>The checks that definitions make of what they are given. Each gives back what it has checked, so that a property is one line, and names the property in what it throws.</summary>
internal static class Given
{
    /// <summary>A name that may be left out, but is not empty where it is given.</summary>
    public static string? NameOrNull(string? value, [CallerMemberName] string property = "")
    {
        if (value is not null) ArgumentException.ThrowIfNullOrEmpty(value, property);
        return value;
    }

    /// <summary>Something that cannot be left out.</summary>
    public static T NotNull<T>(T value, [CallerMemberName] string property = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, property);
        return value;
    }

    /// <summary>One of the values of an enumeration.</summary>
    public static T Defined<T>(T value, [CallerMemberName] string property = "")
        where T : struct, Enum
    {
        if (Enum.IsDefined(value)) return value;
        throw new ArgumentOutOfRangeException(property, value, $"There is no such {typeof(T).Name}: use {string.Join(", ", Enum.GetNames<T>())}.");
    }

    /// <summary>A length of time above zero.</summary>
    public static TimeSpan AboveZero(TimeSpan value, [CallerMemberName] string property = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, property);
        return value;
    }

    /// <summary>A length of time that may be left out, but is above zero where it is given.</summary>
    public static TimeSpan? AboveZero(TimeSpan? value, [CallerMemberName] string property = "") => value is { } given ? AboveZero(given, property) : null;

    /// <summary>The share of revenue that is margin, above 0 and at most 1.</summary>
    public static double Margin(double value, [CallerMemberName] string property = "") => value is > 0 and <= 1 ? value
        : throw new ArgumentOutOfRangeException(property, value, "The share of margin lies above 0 and is at most 1: 0.3 for 30 %.");

    /// <summary>A rate by which what comes later is worth less, finite and not negative.</summary>
    public static double DiscountRate(double value, [CallerMemberName] string property = "") => value >= 0 && double.IsFinite(value) ? value
        : throw new ArgumentOutOfRangeException(property, value, "A discount rate is finite and not negative: 0.1 for 10 % a year.");
}
