using System.Globalization;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>Times fits of repeat buying and exact tests of many cases on one thread.</summary>
internal sealed class LifetimeTimes(int repeat, TextWriter output)
{
    private const int SampleCustomers = 2_357;
    private const int Customers = 1_000_000;
    private const int Cases = 1_000_000;

    public void Measure()
    {
        // As many customers as the published sample of CDNOW, watched as long and drawn from the model that was fitted to it.
        CustomerSummary[] few = Draw(SampleCustomers, 27 * 7, 39 * 7), many = Draw(Customers, 180, 365);
        CustomerSummaries sample = CustomerSummaries.From(few), counted = CustomerSummaries.From(many);
        output.WriteLine($"{"ms",-42}{"min",10}{"median",10}{"processor",12}   one thread");
        Report(string.Create(CultureInfo.InvariantCulture, $"BG/NBD, {SampleCustomers:N0} customers, not counted"), () => BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(few)));
        Report(string.Create(CultureInfo.InvariantCulture, $"BG/NBD, {Customers:N0} in {counted.Groups.Count:N0} groups"), () => BetaGeometricNegativeBinomial.Fit(counted));
        Report(string.Create(CultureInfo.InvariantCulture, $"BG/NBD, {Customers:N0}, counting included"), () => BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(many)));
        Report(string.Create(CultureInfo.InvariantCulture, $"Pareto/NBD, {SampleCustomers:N0} customers"), () => ParetoNegativeBinomial.Fit(sample));

        Random random = new(5);
        double[] a = [.. Enumerable.Range(0, Cases).Select(_ => random.NextDouble())], b = [.. Enumerable.Range(0, Cases).Select(_ => random.NextDouble() + 0.001)];
        string cases = Cases.ToString("N0", CultureInfo.InvariantCulture);
        Report($"Fisher exact, {cases} a group", () => ProportionDifference.FisherExact(Cases / 2, Cases, Cases / 2 + 1_000, Cases));
        Report($"binomial exact, {cases}", () => ProportionTest.BinomialExact(Cases / 2 + 900, Cases, 0.5));
        Report($"McNemar exact, {cases} discordant", () => McNemarTest.Exact(Cases / 2 + 900, Cases / 2 - 900));
        Report($"Mann-Whitney, {cases} a group", () => MannWhitneyTest.Test(a, b));
        Report($"Kolmogorov-Smirnov, {cases} a group", () => KolmogorovSmirnovTest.Test(a, b));
        Report($"Kolmogorov-Smirnov exact, {cases} a group", () => KolmogorovSmirnovTest.Exact(a, b));
        Report($"median interval, {cases}", () => OrderedSample.Of(a).MedianInterval());
    }

    // Customers of a shop with the fitted parameters of CDNOW, each watched for a number of days between both.
    private static CustomerSummary[] Draw(int count, int fewestDays, int mostDays)
    {
        Random random = new(11);
        CustomerSummary[] customers = new CustomerSummary[count];
        for (int i = 0; i < count; i++)
        {
            double rate = GammaDistribution.Quantile(random.NextDouble(), 0.2425945, 1 / (4.4136019 * 7)), leaving = BetaDistribution.Quantile(random.NextDouble(), 0.792922, 2.4259066);
            int age = random.Next(fewestDays, mostDays + 1), repeats = 0, last = 0;
            for (double time = Wait(); time < age; time += Wait())
            {
                int day = (int)Math.Ceiling(time);
                if (day > last) repeats++;
                last = day;
                if (random.NextDouble() < leaving) break;
            }

            customers[i] = CustomerSummary.Create(repeats, last / 7.0, age / 7.0);

            double Wait() => -Math.Log(1 - random.NextDouble()) / rate;
        }

        return customers;
    }

    private void Report(string name, Action operation)
    {
        Timing timing = Timing.Of(operation, repeat);
        output.WriteLine($"{name,-42}{Of(timing.Minimum),10}{Of(timing.Median),10}{Of(timing.LeastProcessor),12}");

        static string Of(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F2}");
    }
}
