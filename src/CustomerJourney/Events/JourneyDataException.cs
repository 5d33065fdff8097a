using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>Reading met a row that it cannot take: the first bad row in strict mode, or one over a limit of the log. Names line, column, value and what is allowed.</summary>
public sealed class JourneyDataException : Exception
{
    internal JourneyDataException(RejectedRow row)
        : base(row.ToString()) => Row = row;

    /// <summary>The row.</summary>
    public RejectedRow Row { get; }

    /// <summary>A row that has no value to be shown.</summary>
    internal static JourneyDataException For(long line, string column, FormattableString reason) =>
        new(new RejectedRow { Line = line, Column = column, Value = "", Reason = reason.ToString(CultureInfo.InvariantCulture) });

    /// <summary>A row with a value, of which is shown what the limits allow.</summary>
    internal static JourneyDataException For(ReadLimits limits, long line, string column, string value, FormattableString reason) =>
        new(new RejectedRow { Line = line, Column = column, Value = limits.Shown(value), Reason = reason.ToString(CultureInfo.InvariantCulture) });
}
