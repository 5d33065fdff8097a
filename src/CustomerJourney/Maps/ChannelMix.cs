using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>The touchpoints of a map by channel, by medium and by ownership. Only touchpoints that have a channel count; shares sum to 1 over them.</summary>
public sealed class ChannelMix : IJourneyResult
{
    private readonly Journey _journey;

    internal ChannelMix(Journey journey)
    {
        _journey = journey;
        Touchpoint[] placed = [.. journey.Touchpoints.Where(touchpoint => touchpoint.Channel is not null)];
        WithoutChannel = [.. journey.Touchpoints.Where(touchpoint => touchpoint.Channel is null && touchpoint.Kind == TouchpointKind.Interaction)];
        Channels = Count(placed, touchpoint => touchpoint.Channel!, journey.Channels);
        Media = Count(placed, touchpoint => touchpoint.Channel!.Medium, Enum.GetValues<ChannelMedium>());
        Ownerships = Count(placed, touchpoint => touchpoint.Channel!.Ownership, [.. Enum.GetValues<ChannelOwnership>().Cast<ChannelOwnership?>(), null]);
    }

    /// <summary>All channels of the map, the most used first, equal ones in map order; unused ones included.</summary>
    public IReadOnlyList<ChannelShare<TouchpointChannel>> Channels { get; }

    /// <summary>All media, the most used first; unused ones included.</summary>
    public IReadOnlyList<ChannelShare<ChannelMedium>> Media { get; }

    /// <summary>All ownerships and, as <see langword="null"/>, the channels of which nobody said to whom they belong, the most used first; unused ones included.</summary>
    public IReadOnlyList<ChannelShare<ChannelOwnership?>> Ownerships { get; }

    /// <summary>The interactions of which nobody said where they take place, in journey order. What a customer does alone needs no channel and is not among them.</summary>
    public IReadOnlyList<Touchpoint> WithoutChannel { get; }

    /// <inheritdoc/>
    public string Title => $"Channels of {Phrase.Quote(_journey.Name)}";

    /// <summary>One row a channel, then one a medium, then one an ownership; each of the three adds up to all touchpoints that have a channel.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "By", Kind = ResultColumnKind.Text }, new() { Name = "Name", Kind = ResultColumnKind.Text }, new() { Name = "Touchpoints", Kind = ResultColumnKind.Count },
            new() { Name = "Share", Kind = ResultColumnKind.Share }, new() { Name = "Emotion", Kind = ResultColumnKind.Number },
        ],
        Rows = [.. Rows("Channel", Channels), .. Rows("Medium", Media), .. Rows("Ownership", Ownerships)],
    };

    private IEnumerable<IReadOnlyList<object?>> Rows<T>(string by, IReadOnlyList<ChannelShare<T>> rows) =>
        rows.Select(IReadOnlyList<object?> (row) => [by, row.Of is TouchpointChannel channel ? _journey.ChannelNames.Label(channel) : row.Of?.ToString() ?? "Not stated", (long)row.Touchpoints.Count, row.Share, row.Score]);

    private static IReadOnlyList<ChannelShare<T>> Count<T>(Touchpoint[] placed, Func<Touchpoint, T> keyOf, IReadOnlyList<T> keys)
    {
        ChannelShare<T> Share(T key)
        {
            Touchpoint[] here = [.. placed.Where(touchpoint => EqualityComparer<T>.Default.Equals(keyOf(touchpoint), key))];
            return new ChannelShare<T>
            {
                Of = key,
                Touchpoints = here,
                Share = placed.Length == 0 ? null : (double)here.Length / placed.Length,
                Score = Weighted.Mean(here.Where(touchpoint => touchpoint.MeanEmotion is not null).Select(touchpoint => (touchpoint.MeanEmotion!.Value, (double)touchpoint.Importance))),
            };
        }

        return [.. keys.Select(Share).OrderByDescending(row => row.Touchpoints.Count)];
    }
}
