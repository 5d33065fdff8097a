using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;
using static CustomerJourney.Events.ResultColumnKind;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Answers with their places in the journey, and the score by stage, last touchpoint, channel, path and time.</summary>
public sealed record AnswerContextsResult : MetricResult
{
    // Of so many independent figures at the usual level, one is outside its interval by chance.
    private const int ManyFigures = 20;

    internal AnswerContextsResult()
    {
    }

    /// <summary>The question that is answered here.</summary>
    public required AnswerContexts Definition { get; init; }

    /// <summary>The valid answers that count, by customer and time.</summary>
    public required IReadOnlyList<AnswerContext> Answers { get; init; }

    /// <summary>Answers off their scale; they are not among <see cref="Answers"/>.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who gave the answers.</summary>
    public long Customers => Answers.Select(answer => answer.Customer).Distinct(StringComparer.Ordinal).LongCount();

    /// <summary>The score by stage, last touchpoint, channel, path, time since the first event and since the last purchase, and each attribute: grouping after grouping.</summary>
    public IReadOnlyList<AnswerGroup> Groups => EquatableList.Of<AnswerGroup>([.. AnswerGrouping.Of(this)]);

    /// <inheritdoc/>
    public override string Title => $"{Definition.Outcome.Name} where it was answered";

    /// <summary>The mean outcome of all answers, in the unit of the outcome.</summary>
    public override double? Value => Refusal is null ? Sample.Value * Definition.Outcome.Scale : null;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => Definition.Outcome.Kind;

    /// <inheritdoc/>
    public override string? Unit => Definition.Outcome.Unit;

    /// <inheritdoc/>
    public override Estimate? Estimate => Refusal is null ? AnswerGrouping.Interval(Definition, [.. Answers]) : null;

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Refusal is not null ? Refusal : Value is null ? SurveyText.WhyNoValue(Definition.Outcome.Name, Invalid) : null;

    /// <inheritdoc/>
    public override long Observations => Answers.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Answers", Answers.Count), new("Customers", Customers), new("Invalid", Invalid)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this, Invalid);
            int figures = Groups.Count(group => group.Value is not null);
            if (figures >= ManyFigures) warnings.Add(MetricWarnings.Warning(MetricWarningKind.ManyLooks, $"{Title} shows {figures} figures: some stand out by chance alone. Test what may matter with {nameof(KeyDrivers)}, which corrects for their number."));
            return warnings.AsReadOnly();
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Definition.Outcome.Name, Sample = Sample, Scale = Definition.Outcome.Scale, Unit = Definition.Outcome.Unit, IsWithheld = Refusal is not null }];

    /// <summary>The summary: one row a group, grouping after grouping.</summary>
    public override ResultTable ToTable() => new()
    {
        Columns =
        [
            Column("By", Text), Column("Group", Text), Column(FigureColumn, ValueKind), Column("Lower", ValueKind), Column("Upper", ValueKind),
            Column("Answers", ResultColumnKind.Count), Column("Customers", ResultColumnKind.Count),
        ],
        Rows = [.. Groups.Select(IReadOnlyList<object?> (group) => [group.By, group.Name, group.Value, group.Estimate?.Lower, group.Estimate?.Upper, group.Answers, group.Customers])],
        BaseColumn = "Customers",
        Chart = new ResultChart { LabelColumns = ["By", "Group"], ValueColumn = FigureColumn, LowerColumn = "Lower", UpperColumn = "Upper" },
    };

    /// <summary>One row an answer: who, when, what, where, how.</summary>
    public ResultTable ToAnswerTable() => new()
    {
        Columns =
        [
            Column("Customer", Text), Column("At", Instant), Column("Score", Number), Column("Value", Number), Column("Question", Text), Column("Stage", Text), Column("Last touchpoint", Text), Column("Channel", Text),
            Column("Events before", ResultColumnKind.Count), Column("Days since first event", Number), Column("Days since purchase", Number), Column("Path", Text),
            .. Definition.Attributes.Select(name => Column($"Attribute {name}", Text)),
        ],
        Rows =
        [
            .. Answers.Select(IReadOnlyList<object?> (answer) =>
            [
                answer.Customer, answer.At, answer.Score, answer.Value, answer.Question, answer.Stage, answer.LastTouchpoint, answer.Channel,
                answer.EventsBefore, answer.DaysSinceFirst, answer.DaysSincePurchase, answer.PathText, .. answer.Attributes,
            ]),
        ],
    };

    /// <summary>Why the answers are not taken, where they were given on another scale.</summary>
    internal NoValue? Refusal { get; init; }

    internal override string BaseCount => "Answers";

    internal override string DefinitionName => nameof(AnswerContexts);

    internal override IEnumerable<IJourneyResult> JsonParts => [this, new MetricPart("Answers", ToAnswerTable())];

    private string FigureColumn => ColumnName.Apart(Definition.Outcome.Name, "By", "Group", "Lower", "Upper", "Answers", "Customers");

    private Sample Sample => Definition.Outcome.SampleOf([.. Answers.Select(answer => answer.Value)]);

    private static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };
}
