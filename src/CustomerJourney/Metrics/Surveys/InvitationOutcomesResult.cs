using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Invitations by what became of them. The value is the share answered in time of those whose window has closed.</summary>
public sealed record InvitationOutcomesResult : MetricResult
{
    internal InvitationOutcomesResult()
    {
    }

    /// <summary>The question that is answered here.</summary>
    public required InvitationOutcomes Definition { get; init; }

    /// <summary>Closed invitations that were answered in time.</summary>
    public required long Answered { get; init; }

    /// <summary>Closed invitations that were answered after their window.</summary>
    public required long AnsweredLate { get; init; }

    /// <summary>Closed invitations without an answer so far.</summary>
    public required long NotAnswered { get; init; }

    /// <summary>Invitations whose window was not observed to its end.</summary>
    public required long Open { get; init; }

    /// <summary>Those of the open ones that were answered already.</summary>
    public required long OpenAnswered { get; init; }

    /// <summary>The customers who were invited.</summary>
    public required long Customers { get; init; }

    /// <summary>Invitations that repeated one which still waited within its window; they are not counted as invitations.</summary>
    public required long Reminders { get; init; }

    /// <summary>Answers that no invitation asked for.</summary>
    public required long UninvitedAnswers { get; init; }

    /// <summary>Sums over the customers with closed invitations, for the interval.</summary>
    public required ClusterTotals Clusters { get; init; }

    /// <summary>Invitations whose window has closed.</summary>
    public long Closed => Answered + AnsweredLate + NotAnswered;

    /// <inheritdoc/>
    public override string Title => $"Invitations to {Definition.Outcome.Name} answered";

    /// <inheritdoc/>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>The share with its Wilson interval, over customers where some were invited several times.</summary>
    public override Estimate? Estimate => Clusters.Clusters == Closed ? Sample.Estimate(Definition.Level) : Sample.Estimate(Definition.Level, Clusters);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Closed > 0 ? null
        : Open > 0 ? new NoValue
        {
            Reason = NoValueReason.StillOpen,
            Message = Open == 1
                ? "The one invitation is still within its window: ask again when it has closed."
                : string.Create(CultureInfo.InvariantCulture, $"All {Open} invitations are still within their window: ask again when the first has closed."),
        }
        : new NoValue { Reason = NoValueReason.NoData, Message = $"The log has no event named {string.Join(" or ", Definition.Invitations.Select(name => $"'{name}'"))}." };

    /// <inheritdoc/>
    public override long Observations => Closed;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Invitations", Closed + Open), new("Customers", Customers), new("Closed", Closed), new("Answered", Answered), new("Answered late", AnsweredLate), new("Not answered", NotAnswered),
        new("Open", Open), new("Open and answered", OpenAnswered), new("Reminders", Reminders), new("Uninvited answers", UninvitedAnswers),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    internal override string DefinitionName => nameof(InvitationOutcomes);

    private ShareSample Sample => new(Answered, Closed);
}
