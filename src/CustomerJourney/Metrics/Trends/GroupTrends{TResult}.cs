using System.Collections;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>
/// The trends of groups, looked at together: alerts are corrected for the periods of all groups, since who watches many charts sees something stand out by chance alone.
/// There is no average of groups: the trend of all together is a question of its own, and pools their counts.
/// </summary>
/// <typeparam name="TResult">The type of the results of the periods.</typeparam>
public sealed class GroupTrends<TResult> : IReadOnlyList<Trend<TResult>>, IJourneyResult, IGroupTrends
    where TResult : IComparableResult
{
    private readonly Trend<TResult>[] _trends;
    private readonly string _dimension;

    internal GroupTrends(string dimension, IReadOnlyList<Trend<TResult>> trends, TrendOptions options)
    {
        _dimension = dimension;
        Options = options;
        (IReadOnlyList<TrendAlert>[] alerts, Tests) = TrendJudgement.Of([.. trends.Select(trend => trend.Series)], options);
        _trends = [.. trends.Select((trend, i) => trend.With(alerts[i], Tests, options))];
    }

    /// <summary>How the trends were judged.</summary>
    public TrendOptions Options { get; }

    /// <summary>The number of groups.</summary>
    public int Count => _trends.Length;

    /// <summary>What stands out in any group, group by group. Empty when nothing does.</summary>
    public IReadOnlyList<TrendAlert> Alerts => [.. _trends.SelectMany(trend => trend.Alerts)];

    /// <summary>How many tests were made in all groups together; alerts are corrected for all of them.</summary>
    public int Tests { get; }

    /// <inheritdoc/>
    public string Title => _trends.Length == 0 ? $"Trends by {_dimension}" : $"{_trends[0].TitleOf(withGroup: false)} and {_dimension}";

    /// <summary>What to heed: the remarks of the trends in the order of the groups, ten of them at most and how many more there are.</summary>
    public IReadOnlyList<string> Remarks => GatheredRemarks.First([.. _trends.SelectMany(trend => trend.Remarks)]);

    /// <summary>The trend at an index, in the order of the groups.</summary>
    /// <param name="index">The index, 0…<see cref="Count"/> − 1.</param>
    public Trend<TResult> this[int index] => _trends[index];

    /// <summary>The trend of a group.</summary>
    /// <param name="group">The name of the group.</param>
    /// <exception cref="KeyNotFoundException">There is no such group; the message names those there are.</exception>
    public Trend<TResult> this[string group]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(group);
            return Array.Find(_trends, trend => trend.Group == group)
                ?? throw new KeyNotFoundException($"There is no group '{group}' in {Title}; there are {string.Join(", ", _trends.Select(trend => $"'{trend.Group}'"))}.");
        }
    }

    IReadOnlyList<ITrend> IGroupTrends.Trends => _trends;

    /// <inheritdoc/>
    public ResultTable ToTable() => TrendTable.Of(_trends, "Period", _dimension);

    /// <summary>The trends as JSON: <c>{ "title", "trends": [ … ], "alerts": [ … ] }</c> in the form of <see cref="Trend{TResult}.ToJson"/>.</summary>
    public string ToJson() => JsonText.Write(json =>
    {
        json.WriteString("title", JsonText.Valid(Title));
        json.WriteStartArray("trends");
        foreach (Trend<TResult> trend in _trends)
        {
            json.WriteStartObject();
            TrendJson.WriteMembers(json, trend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        TrendJson.WriteAlerts(json, Alerts);
    });

    /// <inheritdoc/>
    public IEnumerator<Trend<TResult>> GetEnumerator() => ((IEnumerable<Trend<TResult>>)_trends).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The trends in lines: what was looked at, then each alert.</summary>
    public override string ToString() => TrendText.Of(Title, $"{_trends.Length} groups", Alerts);
}
