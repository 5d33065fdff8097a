using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Puts answers into groups and estimates each.</summary>
internal static class AnswerGrouping
{
    private const string OtherPaths = "Other paths";

    /// <summary>Up to how many days each span of time reaches, its end not included.</summary>
    private static readonly (string Name, double Days)[] Spans =
        [("under an hour", 1.0 / 24), ("an hour to a day", 1), ("1 to 7 days", 7), ("7 to 30 days", 30), ("30 to 90 days", 90), ("90 to 365 days", 365), ("over a year", double.PositiveInfinity)];

    public static IEnumerable<AnswerGroup> Of(AnswerContextsResult result)
    {
        AnswerContexts definition = result.Definition;
        AnswerContext[] answers = [.. result.Answers];
        if (answers.Length == 0) return [];
        List<AnswerGroup> groups = [];
        AddNamed("Stage", answer => answer.Stage, Dimension.Unassigned);
        AddNamed("Last touchpoint", answer => answer.LastTouchpoint, Dimension.Unassigned);
        AddNamed("Channel", answer => answer.Channel, Dimension.NoValue);
        AddPaths();
        AddSpans("Time since the first event", answer => answer.DaysSinceFirst, "no event before");
        if (definition.PurchaseEvent is not null) AddSpans("Time since the last purchase", answer => answer.DaysSincePurchase, "no purchase before");
        for (int index = 0; index < definition.Attributes.Count; index++)
        {
            int place = index;
            AddNamed(definition.Attributes[place], answer => answer.Attributes[place], Dimension.NoValue);
        }

        return groups;

        // By name, and what has none at the end, whatever it is called.
        void AddNamed(string by, Func<AnswerContext, string?> nameOf, string nameOfNone)
        {
            if (answers.All(answer => nameOf(answer) is null)) return;
            foreach (IGrouping<string?, AnswerContext> group in answers.GroupBy(nameOf).OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal))
                Add(by, group.Key ?? nameOfNone, [.. group]);
        }

        void AddPaths()
        {
            IGrouping<string, AnswerContext>[] paths = [.. answers.GroupBy(answer => answer.Path.Count == 0 ? "no step before" : answer.PathText, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];
            foreach (IGrouping<string, AnswerContext> path in paths.Take(definition.MostPaths)) Add("Path", path.Key, [.. path]);
            if (paths.Length > definition.MostPaths) Add("Path", OtherPaths, [.. paths.Skip(definition.MostPaths).SelectMany(path => path)]);
        }

        void AddSpans(string by, Func<AnswerContext, double?> daysOf, string nameOfNone)
        {
            double from = double.NegativeInfinity;
            foreach ((string name, double days) in Spans)
            {
                AnswerContext[] within = [.. answers.Where(answer => daysOf(answer) is { } since && since >= from && since < days)];
                if (within.Length > 0) Add(by, name, within);
                from = days;
            }

            AnswerContext[] none = [.. answers.Where(answer => daysOf(answer) is null)];
            if (none.Length > 0) Add(by, nameOfNone, none);
        }

        void Add(string by, string name, AnswerContext[] group) => groups.Add(new AnswerGroup
        {
            By = by,
            Name = name,
            Answers = group.Length,
            Customers = group.Select(answer => answer.Customer).Distinct(StringComparer.Ordinal).LongCount(),
            Value = result.Refusal is not null ? null : definition.Outcome.SampleOf([.. group.Select(answer => answer.Value)]).Value * definition.Outcome.Scale,
            Estimate = result.Refusal is not null ? null : Interval(definition, group),
        });
    }

    /// <summary>The interval of a group, over customers where several answers of one count.</summary>
    public static Estimate? Interval(AnswerContexts definition, AnswerContext[] answers)
    {
        Sample sample = definition.Outcome.SampleOf([.. answers.Select(answer => answer.Value)]);
        if (definition.Outcome.Counting != AnswerCounting.All) return definition.Outcome.IntervalOf(sample, definition.Level);
        ExactSum sum = new(), squares = new(), products = new();
        long clusters = 0, squaredCounts = 0;
        foreach (IGrouping<string, AnswerContext> customer in answers.GroupBy(answer => answer.Customer, StringComparer.Ordinal))
        {
            ExactSum own = new();
            foreach (AnswerContext answer in customer) own.Add(answer.Value);
            double total = own.ToDouble();
            long count = customer.LongCount();
            sum.Add(total);
            squares.AddProduct(total, total);
            products.AddProduct(total, count);
            squaredCounts += count * count;
            clusters++;
        }

        return definition.Outcome.Shown(definition.Outcome.OnScale(sample.Estimate(definition.Level, new ClusterTotals
        {
            Clusters = clusters,
            Count = answers.Length,
            Sum = sum.ToDouble(),
            SumOfSquares = squares.ToDouble(),
            SumOfProducts = products.ToDouble(),
            SumOfSquaredCounts = squaredCounts,
        })));
    }
}
