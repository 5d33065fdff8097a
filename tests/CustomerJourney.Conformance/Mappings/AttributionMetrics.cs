using System.Globalization;
using System.Text.Json;
using CustomerJourney.Statistics.Attribution;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>attribution.*: conversions split among the channels touched before them.</summary>
internal static class AttributionMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("attribution.first_touch", input => Credits(input, (paths, _) => TouchCredit.First(paths)));
        table.Add("attribution.last_touch", input => Credits(input, (paths, _) => TouchCredit.Last(paths)));
        table.Add("attribution.linear_touch", input => Credits(input, (paths, _) => TouchCredit.Linear(paths)));
        table.Add("attribution.time_decay", input => Credits(input, (paths, _) => TouchCredit.TimeDecay(paths, input.Number("halfLifeDays"))));
        table.Add("attribution.position_based", input => Credits(input, (paths, _) => TouchCredit.PositionBased(paths, input.Number("first"), input.Number("last"))));
        table.Add("attribution.last_non_direct", input => Credits(input, (paths, channels) => LastExcept(paths, Array.IndexOf(channels, input.GetProperty("direct").GetString()))));
        table.Add("attribution.shapley.conversion_sets", input => Credits(input, (paths, _) => TouchCredit.Shapley(paths)));
        table.Add("attribution.shapley.game", Game);
        table.Add("attribution.markov.transition_matrix", Transitions);
        table.Add("attribution.markov.removal_effect", input => RemovalEffects(Named(input)));
        table.Add("attribution.pathdata.heuristics", Heuristics);
        table.Add("attribution.pathdata.markov_exact", input => RemovalEffects(FromFile(input)));

        // The library solves where the suite simulated; what it claims of the simulation, 0.004, holds of the solution.
        table.Add("attribution.pathdata.markov_simulated", input => RemovalEffects(FromFile(input)));
    }

    private static Answer Credits(JsonElement input, Func<TouchPaths, string[], ChannelCredits> rule)
    {
        (TouchPaths paths, string[] channels) = Paths(Named(input));
        ChannelCredits credits = rule(paths, channels);
        return new Answer { ["channels"] = channels, ["conversions"] = credits.Conversions, ["value"] = credits.Value };
    }

    // Where no path touches the direct channel, every last touch is of another.
    private static ChannelCredits LastExcept(TouchPaths paths, int direct) => direct < 0 ? TouchCredit.Last(paths) : TouchCredit.LastExcept(paths, direct);

    private static Answer Game(JsonElement input)
    {
        string[] players = input.Texts("players");
        JsonElement worth = input.GetProperty("coalitionValues");
        IEnumerable<double> values = Enumerable.Range(0, 1 << players.Length)
            .Select(coalition => worth.Number(string.Join('|', players.Where((_, player) => (coalition >> player & 1) == 1))));
        return new Answer { ["values"] = ShapleyValue.Of([.. values]) };
    }

    private static Answer Transitions(JsonElement input)
    {
        (TouchPaths paths, string[] channels) = Paths(Named(input));
        MarkovAttribution chain = MarkovAttribution.Of(paths);
        (string Name, int State)[] states = [.. channels.Select((name, channel) => (name, channel)), ("(start)", chain.StartState), ("(conversion)", chain.ConversionState), ("(null)", chain.NullState)];
        Array.Sort(states, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var entries = (from @from in states
                       from to in states
                       let probability = chain.Transitions.Probability(@from.State, to.State)
                       where probability > 0
                       select (From: @from.Name, To: to.Name, Probability: probability)).ToArray();
        return new Answer
        {
            ["from"] = entries.Select(entry => entry.From),
            ["to"] = entries.Select(entry => entry.To),
            ["probability"] = entries.Select(entry => entry.Probability),
        };
    }

    private static Answer RemovalEffects(IReadOnlyList<NamedPath> named)
    {
        (TouchPaths paths, string[] channels) = Paths(named);
        MarkovAttribution chain = MarkovAttribution.Of(paths);
        return new Answer
        {
            ["channels"] = channels,
            ["conversionProbability"] = chain.ConversionProbability,
            ["removalEffect"] = chain.RemovalEffects,
            ["conversions"] = chain.Credits?.Conversions,
        };
    }

    private static Answer Heuristics(JsonElement input)
    {
        (TouchPaths paths, string[] channels) = Paths(FromFile(input));
        ChannelCredits first = TouchCredit.First(paths), last = TouchCredit.Last(paths), linear = TouchCredit.Linear(paths);
        return new Answer
        {
            ["channels"] = channels,
            ["conversions"] = paths.Conversions,
            ["nonConversions"] = paths.NonConversions,
            ["value"] = paths.Value,
            ["firstTouchConversions"] = first.Conversions,
            ["firstTouchValue"] = first.Value,
            ["lastTouchConversions"] = last.Conversions,
            ["lastTouchValue"] = last.Value,
            ["linearConversions"] = linear.Conversions,
            ["linearValue"] = linear.Value,
        };
    }

    private static (TouchPaths Paths, string[] Channels) Paths(IReadOnlyList<NamedPath> named)
    {
        string[] channels = [.. named.SelectMany(path => path.Touches).Distinct().Order(StringComparer.Ordinal)];
        return (TouchPaths.Create(
            named.Select(path => new TouchPath
            {
                Touches = [.. path.Touches.Select(touch => Array.IndexOf(channels, touch))],
                Conversions = path.Conversions,
                NonConversions = path.NonConversions,
                Value = path.Value,
                Ages = path.Ages,
            }),
            channels.Length), channels);
    }

    private static IReadOnlyList<NamedPath> Named(JsonElement input) => [.. input.GetProperty("paths").EnumerateArray().Select(path => new NamedPath(
        path.Texts("path"),
        path.Whole("conversions"),
        path.TryGetProperty("nonConversions", out JsonElement without) ? without.GetInt64() : 0,
        path.TryGetProperty("value", out JsonElement value) ? value.GetDouble() : 0,
        path.TryGetProperty("ageDays", out _) ? path.Numbers("ageDays") : null))];

    private static IReadOnlyList<NamedPath> FromFile(JsonElement input) =>
        [.. SharedData.Lines(input).Skip(1).Select(line => FromLine(line.Split(','), input.GetProperty("separator").GetString()!))];

    private static NamedPath FromLine(string[] fields, string separator) => new(
        fields[0].Trim('"').Split(separator),
        long.Parse(fields[1], CultureInfo.InvariantCulture),
        long.Parse(fields[3], CultureInfo.InvariantCulture),
        double.Parse(fields[2], CultureInfo.InvariantCulture),
        null);

    private sealed record NamedPath(string[] Touches, long Conversions, long NonConversions, double Value, double[]? Ages);
}
