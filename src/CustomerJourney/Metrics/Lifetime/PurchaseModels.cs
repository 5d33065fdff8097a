using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>
/// Models of how often customers come back and for how much, fitted to a log: BG/NBD, Pareto/NBD and gamma-gamma. A study: it declares one fold, <see cref="PurchaseSummary"/>, and solves
/// for parameters over its merged result, which no fold can do. Immutable; the Pareto/NBD is fitted when it is first asked for.
/// </summary>
public sealed class PurchaseModels : IJourneyResult
{
    private readonly Lazy<LifetimeFit<ParetoNegativeBinomial>?> _pareto;

    private PurchaseModels(PurchaseSummaryResult summary, LifetimeFitOptions? options)
    {
        Summary = summary;
        BetaGeometric = BetaGeometricNegativeBinomial.Fit(summary.Customers, options);
        _pareto = new(() => ParetoNegativeBinomial.Fit(summary.Customers, options));
        (SpendSummary Customer, long Count)[] spend = [.. summary.Spend.Select(count => (count.Summary, count.Count))];
        Spend = GammaGamma.Fit(spend, options);
        SpendCorrelation = GammaGamma.FrequencyCorrelation(spend);
    }

    /// <summary>What the models are fitted to.</summary>
    public PurchaseSummaryResult Summary { get; }

    /// <summary>The BG/NBD model; <see langword="null"/> where nobody came back.</summary>
    public LifetimeFit<BetaGeometricNegativeBinomial>? BetaGeometric { get; }

    /// <summary>The Pareto/NBD model; <see langword="null"/> where nobody came back.</summary>
    public LifetimeFit<ParetoNegativeBinomial>? Pareto => _pareto.Value;

    /// <summary>The gamma-gamma model of values, fitted to those who came back; <see langword="null"/> where their purchases carry no amounts, are in several currencies, or have all the same mean value.</summary>
    public LifetimeFit<GammaGamma>? Spend { get; }

    /// <summary>The correlation of frequency and mean value among those who came back, which the model of values takes to be 0; <see langword="null"/> where one of them does not vary.</summary>
    public double? SpendCorrelation { get; }

    /// <inheritdoc/>
    public string Title => "Models of repeat purchases";

    /// <summary>Why there is no model of repeat purchases; <see langword="null"/> where there is one.</summary>
    public NoValue? WhyNoModel => BetaGeometric is not null ? null : Summary.WhyNoValue
        ?? new NoValue { Reason = NoValueReason.NotDetermined, Message = $"None of {Summary.Customers.Customers} customers came back: the data say nothing of how often customers do. Watch them longer." };

    /// <summary>What to heed before predictions are used: few customers, few who came back, parameters at bounds, values that grow with frequency. Empty when all is well.</summary>
    public IReadOnlyList<MetricWarning> Warnings =>
    [
        .. Summary.Warnings,
        .. Of("BG/NBD", BetaGeometric?.Warnings, BetaGeometric?.Converged),
        .. _pareto.IsValueCreated ? Of("Pareto/NBD", Pareto?.Warnings, Pareto?.Converged) : [],
        .. Of("Gamma-gamma", Spend?.Warnings, Spend?.Converged),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => WhyNoModel is { } reason ? [reason.Message, .. MetricWarnings.Sentences(Warnings)] : MetricWarnings.Sentences(Warnings);

    /// <summary>Fits the models to what a log, or parts of logs merged, say of customers.</summary>
    /// <param name="summary">The customers.</param>
    /// <param name="options">When to stop; the default where <see langword="null"/>.</param>
    public static PurchaseModels Fit(PurchaseSummaryResult summary, LifetimeFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new(summary, options);
    }

    /// <summary>Predicts for every customer of a log who bought: whether he still is a customer, what he will buy, and what that is worth. One pass over the log, one entry for each customer.</summary>
    /// <param name="log">The log; usually the one that the models were fitted to. What purchases are is that of <see cref="Summary"/>. Customers
    /// are watched until the last day of <see cref="Summary"/>, also where the log is a part of that log and ends before; without <see cref="PurchaseMetric{TResult}.AsOf"/>, until the end of the log where that is later.
    /// </param>
    /// <param name="forecast">How far ahead, and by which model; the default where <see langword="null"/>.</param>
    /// <returns>The predictions; <see langword="null"/> without a model.</returns>
    public PurchasePredictions? Predict(JourneyLog log, PurchaseForecast? forecast = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        forecast ??= PurchaseForecast.Default;
        if (ForecastBy(forecast) is not { } of) return null;
        return new PurchasePredictions(this, forecast, log.Measure(new PurchaseCustomers(Summary.Definition)), of);
    }

    /// <summary>In a line: the parameters of BG/NBD and of the model of values, or why there is no model.</summary>
    public override string ToString()
    {
        if (BetaGeometric is not { } fit) return $"{Title}: no value. {WhyNoModel}";
        string spend = Spend is { } values ? string.Create(CultureInfo.InvariantCulture, $"; gamma-gamma p = {values.Model.P:G4}, q = {values.Model.Q:G4}, gamma = {values.Model.Gamma:G4}") : "; no model of values";
        return string.Create(CultureInfo.InvariantCulture, $"{Title}: BG/NBD r = {fit.Model.R:G4}, alpha = {fit.Model.Alpha:G4}, a = {fit.Model.A:G4}, b = {fit.Model.B:G4}{spend}; {Summary.Customers.Customers:#,0} customers");
    }

    /// <summary>A row for each parameter.</summary>
    public ResultTable ToTable()
    {
        List<IReadOnlyList<object?>> rows = [];
        if (BetaGeometric is { } bg) Add("BG/NBD", ["r", "alpha", "a", "b"], [bg.Model.R, bg.Model.Alpha, bg.Model.A, bg.Model.B], bg.LogStandardErrors, bg.LogLikelihood);
        if (Pareto is { } pareto) Add("Pareto/NBD", ["r", "alpha", "s", "beta"], [pareto.Model.R, pareto.Model.Alpha, pareto.Model.S, pareto.Model.Beta], pareto.LogStandardErrors, pareto.LogLikelihood);
        if (Spend is { } spend) Add("Gamma-gamma", ["p", "q", "gamma"], [spend.Model.P, spend.Model.Q, spend.Model.Gamma], spend.LogStandardErrors, spend.LogLikelihood);
        return new ResultTable
        {
            Columns =
            [
                new ResultColumn { Name = "Model", Kind = ResultColumnKind.Text },
                new ResultColumn { Name = "Parameter", Kind = ResultColumnKind.Text },
                new ResultColumn { Name = "Value", Kind = ResultColumnKind.Number, IsMixed = true },
                new ResultColumn { Name = "Standard error of its logarithm", Kind = ResultColumnKind.Number },
                new ResultColumn { Name = "Log-likelihood", Kind = ResultColumnKind.Number },
            ],
            Rows = rows,
        };

        void Add(string model, string[] names, double[] values, IReadOnlyList<double>? errors, double logLikelihood)
        {
            for (int index = 0; index < names.Length; index++) rows.Add([model, names[index], values[index], errors?[index], logLikelihood]);
        }
    }

    /// <summary>What a customer of a summary is expected to do; null without the model.</summary>
    internal Func<CustomerSummary, (double Alive, double Purchases, double Discounted)>? ForecastBy(PurchaseForecast forecast)
    {
        double unit = Summary.Definition.DaysPerUnit;
        return forecast.Model switch
        {
            PurchaseModelKind.Pareto when Pareto is { } fit => customer => forecast.Of(fit.Model.ProbabilityAlive(customer), time => fit.Model.ExpectedTransactions(customer, time), unit),
            PurchaseModelKind.BetaGeometric when BetaGeometric is { } fit => customer => forecast.Of(fit.Model.ProbabilityAlive(customer), time => fit.Model.ExpectedTransactions(customer, time), unit),
            _ => null,
        };
    }

    private static IEnumerable<MetricWarning> Of(string model, IReadOnlyList<string>? warnings, bool? converged)
    {
        foreach (string warning in warnings ?? []) yield return new MetricWarning { Kind = MetricWarningKind.Method, Message = $"{model}: {warning}" };
        if (converged == false) yield return new MetricWarning { Kind = MetricWarningKind.Method, Message = $"{model}: the fit did not converge; do not use its predictions." };
    }
}
