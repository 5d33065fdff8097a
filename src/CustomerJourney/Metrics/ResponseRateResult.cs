using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>How many invitations there were, and how many of them were answered.</summary>
public sealed record ResponseRateResult : MetricResult
{
    // Below this the answers say little of those who were asked, unless the others are known to be alike.
    private const double LowRate = 0.1;

    /// <summary>The question that is answered here.</summary>
    public required ResponseRate Definition { get; init; }

    /// <summary>The invitations whose time to answer is over.</summary>
    public required long Asked { get; init; }

    /// <summary>Those of them that were answered in time.</summary>
    public required long Answered { get; init; }

    /// <summary>Invitations whose time was not observed to its end; they count for nothing else.</summary>
    public required long Open { get; init; }

    /// <summary>Answers that belong to no invitation: given before the first one or too late.</summary>
    public required long Unasked { get; init; }

    /// <summary>The customers who were asked, as far as <see cref="Asked"/> goes.</summary>
    public required long Customers { get; init; }

    /// <summary>Sums over customers, where some were asked more than once; <see langword="null"/> otherwise.</summary>
    public ClusterTotals? Clusters { get; init; }

    /// <summary>The invitations that were not answered in time.</summary>
    public long Missing => Asked - Answered;

    /// <summary>The share of answered invitations, 0…1; <see langword="null"/> when there are none whose time is over.</summary>
    public double? Rate => Sample.Value;

    /// <inheritdoc/>
    public override double? Value => Rate;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>The rate with its Wilson interval, over customers where some were asked more than once; <see langword="null"/> without a rate, and where all invitations went to one customer.</summary>
    public override Estimate? Estimate => Clusters is { } clusters ? Sample.Estimate(Definition.Level, clusters) : Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Rate is not null ? null
        : Open > 0 ? new NoValue { Reason = NoValueReason.StillOpen, Message = Open == 1 ? "The time to answer the one invitation is not over." : string.Create(CultureInfo.InvariantCulture, $"The time to answer is not over for any of {Open} invitations.") }
        : new NoValue { Reason = NoValueReason.NoData, Message = $"There are no events {SurveyText.Names(Definition.Asked)} that ask for an answer." };

    /// <inheritdoc/>
    public override long Observations => Asked;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Asked", Asked), new("Customers", Customers), new("Answered", Answered), new("Missing", Missing), new("Open", Open), new("Unasked", Unasked)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms
    {
        get
        {
            List<MetricTerm> terms = [new("kind", Definition.Kind.ToString()), new("asked by", string.Join(", ", Definition.Asked))];
            if (Definition.Question is { } question) terms.Add(new("question", question));
            terms.Add(new("answered", Definition.Within is { } within ? $"within {TimeText.Of(within)}, before the next invitation" : "before the next invitation"));
            terms.Add(new("level", Definition.Level.ToString("R", CultureInfo.InvariantCulture)));
            return terms;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.OfClusters(this, Customers);
            if (Rate < LowRate) warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"{Missing} of {CountText.Of(Asked, "invitation")} {(Missing == 1 ? "was" : "were")} not answered: those who did answer may be unlike the others."));
            return warnings;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, IsWithheld = IsWithheld }];

    /// <inheritdoc/>
    public override string Title => "Response rate";

    internal override string DefinitionName => nameof(ResponseRate);

    private ShareSample Sample => new(Answered, Asked);
}
