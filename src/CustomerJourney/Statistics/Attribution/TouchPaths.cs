using System.Globalization;

namespace CustomerJourney.Statistics.Attribution;

/// <summary>Paths of touches, checked and copied: what every rule of attribution is computed from.</summary>
/// <remarks>Attribution splits what happened among the touches that came before it. That a channel has credit does not say that conversions would be missing without it.</remarks>
public sealed class TouchPaths
{
    private const long FewCustomers = 30;

    private TouchPaths(IReadOnlyList<TouchPath> paths, int channelCount)
    {
        (Paths, ChannelCount) = (paths, channelCount);
        ExactSum value = new();
        long[] customers = new long[channelCount];
        foreach (TouchPath path in paths)
        {
            Conversions += path.Conversions;
            NonConversions += path.NonConversions;
            value.Add(path.Value);
            foreach (int channel in path.Touches.Distinct()) customers[channel] += path.Conversions + path.NonConversions;
        }

        CustomersByChannel = Array.AsReadOnly(customers);

        Value = value.ToDouble();
    }

    /// <summary>The paths, in the order given; equal ones may come more than once.</summary>
    public IReadOnlyList<TouchPath> Paths { get; }

    /// <summary>How many channels there are, touched or not; not negative.</summary>
    public int ChannelCount { get; }

    /// <summary>The conversions of all paths.</summary>
    public long Conversions { get; }

    /// <summary>The customers of all paths who did not convert.</summary>
    public long NonConversions { get; }

    /// <summary>The value of all conversions.</summary>
    public double Value { get; }

    /// <summary>How many customers touched each channel at least once, by its number.</summary>
    public IReadOnlyList<long> CustomersByChannel { get; }

    /// <summary>What to bear in mind: channels that were touched, but by fewer than 30 customers, whose credit rests on chance.</summary>
    public IReadOnlyList<string> Warnings => Array.AsReadOnly<string>(
    [
        .. CustomersByChannel.Select((customers, channel) => (customers, channel)).Where(entry => entry.customers is > 0 and < FewCustomers)
            .Select(entry => Text($"Channel {entry.channel} was touched by {entry.customers} customers; below {FewCustomers} its credit rests on chance: see {nameof(RemovalEffectBootstrap)}.")),
    ]);

    /// <summary>Takes paths.</summary>
    /// <param name="paths">The paths; may be empty.</param>
    /// <param name="channelCount">How many channels there are, not negative; touches are numbers below it, so that without channels there are no paths.</param>
    /// <exception cref="ArgumentException">
    /// A path is <see langword="null"/>, has no touches, touches a channel that there is not, has a negative count, a value that is not finite, a value without conversions,
    /// or not one age for each touch; the message names the path.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="channelCount"/> is negative.</exception>
    /// <exception cref="OverflowException">There are more customers than a <see cref="long"/> can count.</exception>
    public static TouchPaths Create(IEnumerable<TouchPath> paths, int channelCount)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfNegative(channelCount);
        List<TouchPath> copies = [];
        foreach (TouchPath path in paths)
        {
            if (Fault(path, channelCount) is { } fault) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Path {copies.Count} {fault}"), nameof(paths));
            copies.Add(path with { Touches = Array.AsReadOnly([.. path.Touches]), Ages = path.Ages is null ? null : Array.AsReadOnly([.. path.Ages]) });
        }

        return new TouchPaths(copies.AsReadOnly(), channelCount);
    }

    /// <summary>The same paths with other numbers of customers: 2i is of those who converted on path i, whose value is in proportion, and 2i + 1 of the others.</summary>
    internal TouchPaths WithCounts(long[] counts) => new(
        Paths.Select((path, i) => path with
        {
            Conversions = counts[2 * i],
            NonConversions = counts[2 * i + 1],
            Value = path.Conversions == 0 ? 0 : path.Value * ((double)counts[2 * i] / path.Conversions),
        }).ToArray().AsReadOnly(),
        ChannelCount);

    private static string? Fault(TouchPath? path, int channelCount)
    {
        if (path is null) return "is null.";
        if (path.Touches is null || path.Touches.Count == 0) return "has no touches, so that nobody could have its credit: leave it out.";
        foreach (int touch in path.Touches)
            if ((uint)touch >= (uint)channelCount) return Text($"touches channel {touch}; there are {channelCount}, numbered from 0.");
        if (path.Conversions < 0) return Text($"has {path.Conversions} conversions; a count is 0 or more.");
        if (path.NonConversions < 0) return Text($"has {path.NonConversions} customers who did not convert; a count is 0 or more.");
        if (!double.IsFinite(path.Value)) return Text($"has the value {path.Value:R}; give a finite number.");
        if (path.Value != 0 && path.Conversions == 0) return Text($"has the value {path.Value:R} and no conversions; value comes from conversions.");
        if (path.Ages is not { } ages) return null;
        if (ages.Count != path.Touches.Count) return Text($"has {ages.Count} ages for {path.Touches.Count} touches; give one for each.");
        foreach (double age in ages)
            if (!(double.IsFinite(age) && age >= 0)) return Text($"has the age {age:R}; a touch comes before the conversion, so its age is finite and not negative.");
        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
