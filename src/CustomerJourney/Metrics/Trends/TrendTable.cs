using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Trends as a table: a row a period. What stands in text columns names states and rules, never figures.</summary>
internal static class TrendTable
{
    private const string Observations = "Observations";

    public static ResultTable Of(IReadOnlyList<ITrend> trends, string period, string? group)
    {
        Measured[] all = [.. trends.SelectMany(trend => trend.Series.Measured)];
        Measured? first = all.FirstOrDefault();
        ResultColumnKind kind = first?.Kind ?? ResultColumnKind.Number;
        string? people = all.Select(measured => measured.Base?.Name).FirstOrDefault(name => name is not null && name != Observations);
        HashSet<string> taken = [period, "Lower", "Upper", Observations, "Expected", "Lower limit", "Upper limit", "State", "Alert"];
        if (people is not null) taken.Add(people);
        string value = Free(first?.Title ?? "Value");
        return new ResultTable
        {
            Columns =
            [
                .. group is null ? Array.Empty<ResultColumn>() : [new ResultColumn { Name = Free(group), Kind = ResultColumnKind.Text }],
                new ResultColumn { Name = period, Kind = ResultColumnKind.Text },
                new ResultColumn { Name = value, Kind = kind },
                new ResultColumn { Name = "Lower", Kind = kind },
                new ResultColumn { Name = "Upper", Kind = kind },
                new ResultColumn { Name = Observations, Kind = ResultColumnKind.Count },
                .. people is null ? Array.Empty<ResultColumn>() : [new ResultColumn { Name = people, Kind = ResultColumnKind.Count }],
                new ResultColumn { Name = "Expected", Kind = kind },
                new ResultColumn { Name = "Lower limit", Kind = kind },
                new ResultColumn { Name = "Upper limit", Kind = kind },
                new ResultColumn { Name = "State", Kind = ResultColumnKind.Text },
                new ResultColumn { Name = "Alert", Kind = ResultColumnKind.Text },
            ],
            BaseColumn = people ?? Observations,
            Rows = [.. trends.SelectMany(trend => trend.Points.Select((point, i) => Row(trend, point, i, kind, group is not null, people is not null)))],
        };

        string Free(string name)
        {
            while (!taken.Add(name)) name += " (figure)";
            return name;
        }
    }

    private static IReadOnlyList<object?> Row(ITrend trend, TrendPoint point, int i, ResultColumnKind kind, bool withGroup, bool withPeople) =>
    [
        .. withGroup ? (object?[])[trend.Series.Group] : [],
        point.Period,
        Cell(point.Value, kind),
        Cell(point.Estimate?.Lower, kind),
        Cell(point.Estimate?.Upper, kind),
        point.Observations,
        .. withPeople ? (object?[])[trend.Series.Measured[i].Base?.Count] : [],
        Cell(point.Expected, kind),
        Cell(point.LowerLimit, kind),
        Cell(point.UpperLimit, kind),
        StateOf(point.State),
        string.Join(", ", trend.Alerts.Where(alert => alert.Period == point.Period).Select(RuleOf)) is { Length: > 0 } rules ? rules : null,
    ];

    private static object? Cell(double? value, ResultColumnKind kind) => kind != ResultColumnKind.Duration ? value
        : value is { } days && Math.Abs(days) < TimeSpan.MaxValue.TotalDays ? TimeSpan.FromDays(days) : null;

    private static string StateOf(TrendPointState state) => state switch
    {
        TrendPointState.Baseline => "baseline",
        TrendPointState.Empty => "empty",
        TrendPointState.Open => "open",
        TrendPointState.NotJudged => "not judged",
        _ => "judged",
    };

    private static string RuleOf(TrendAlert alert) => alert.Rule switch
    {
        TrendRules.BeyondLimits => "beyond limits",
        TrendRules.ChangePoint => "new level",
        TrendRules.RunOnOneSide => "run on one side",
        TrendRules.MovingAverage => "moving average",
        _ => "cumulative sum",
    };
}
