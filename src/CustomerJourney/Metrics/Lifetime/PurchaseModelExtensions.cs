using CustomerJourney.Events;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney;

/// <summary>Fitting models of repeat purchases to a log, and holding them against what came after.</summary>
public static class PurchaseModelExtensions
{
    /// <summary>Fits BG/NBD, Pareto/NBD and gamma-gamma to the purchases of a log. A study: one pass for <see cref="PurchaseSummary"/>, then it solves for parameters.</summary>
    /// <param name="log">The log.</param>
    /// <param name="purchases">What purchases are, in which unit of time, until when; the default where <see langword="null"/>: events with an amount, weeks, all of the log.</param>
    /// <param name="options">When solving stops; the default where <see langword="null"/>.</param>
    public static PurchaseModels FitPurchases(this JourneyLog log, PurchaseSummary? purchases = null, LifetimeFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        return PurchaseModels.Fit(log.Measure(purchases ?? new PurchaseSummary()), options);
    }

    /// <summary>Fits the models to the time before <see cref="PurchaseMetric{TResult}.AsOf"/> and holds what they expect of each customer against what he did after it. A study: two passes.</summary>
    /// <param name="log">The log.</param>
    /// <param name="calibration">The purchases and the end of calibration, which must be given.</param>
    /// <param name="until">The instant before which purchases count as held out, after the end of calibration; the end of the log where <see langword="null"/>.</param>
    /// <param name="model">The model that is validated.</param>
    /// <returns>The validation; <see langword="null"/> where there is no model.</returns>
    /// <exception cref="ArgumentException">The calibration has no end, or nothing is left after it.</exception>
    public static PurchaseValidation? ValidatePurchases(this JourneyLog log, PurchaseSummary calibration, DateTimeOffset? until = null, PurchaseModelKind model = PurchaseModelKind.BetaGeometric)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(calibration);
        if (calibration.AsOf is not { } end) throw new ArgumentException("The calibration has no end: set AsOf, so that purchases after it are held out.", nameof(calibration));
        DateTimeOffset last = until ?? log.Schema.ObservedUntil ?? end;
        if (last <= end) throw new ArgumentException($"Nothing is held out: calibration ends {end.UtcDateTime:O} and the log is watched until {last.UtcDateTime:O}.", nameof(calibration));
        int days = PurchaseEnd.DayOf(last.UtcTicks - 1, calibration) - PurchaseEnd.DayOf(end.UtcTicks - 1, calibration);
        if (days == 0) throw new ArgumentException("Calibration ends in the last calendar period of the log, so that no whole one is held out: end it earlier.", nameof(calibration));
        return PurchaseValidation.Of(log.FitPurchases(calibration), log.Measure(new PurchaseHoldout(calibration, last.UtcTicks - 1)), model, days);
    }
}
