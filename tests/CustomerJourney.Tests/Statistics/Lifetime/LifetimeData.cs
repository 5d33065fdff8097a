using CustomerJourney.Statistics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Lifetime;

/// <summary>Customers and models to try things on.</summary>
internal static class LifetimeData
{
    private static readonly Gen<double> Parameter = Gen.Choose(-300, 250).Select(exponent => Math.Pow(10, exponent / 100.0));

    private static readonly Gen<CustomerSummary> Customer =
        from x in Gen.Frequency((3, Gen.Constant(0)), (5, Gen.Choose(1, 10)), (1, Gen.Choose(11, 600)))
        from age in Gen.Choose(1, 20_000)
        from part in Gen.Choose(1, 1000)
        select CustomerSummary.Create(x, x == 0 ? 0 : age / 20.0 * part / 1000, age / 20.0);

    public static Gen<BetaGeometricNegativeBinomial> BetaGeometric { get; } =
        from r in Parameter from alpha in Parameter from a in Parameter from b in Parameter select BetaGeometricNegativeBinomial.Create(r, alpha, a, b);

    public static Gen<ParetoNegativeBinomial> Pareto { get; } =
        from r in Parameter from alpha in Parameter from s in Parameter from beta in Parameter select ParetoNegativeBinomial.Create(r, alpha, s, beta);

    public static Arbitrary<(BetaGeometricNegativeBinomial Model, CustomerSummary Customer, double Time)> BetaGeometricCases { get; } =
        (from model in BetaGeometric from customer in Customer from time in Parameter select (model, customer, time)).ToArbitrary();

    public static Arbitrary<(ParetoNegativeBinomial Model, CustomerSummary Customer, double Time)> ParetoCases { get; } =
        (from model in Pareto from customer in Customer from time in Parameter select (model, customer, time)).ToArbitrary();

    /// <summary>Customers drawn from a BG/NBD model, watched for up to a year of days.</summary>
    public static CustomerSummary[] Draw(int count, double r, double alpha, double a, double b, int seed)
    {
        Random random = new(seed);
        CustomerSummary[] customers = new CustomerSummary[count];
        for (int i = 0; i < count; i++)
        {
            double rate = Gamma(random, r) / alpha, p = Beta(random, a, b);
            int age = random.Next(180, 366), x = 0, last = 0;
            for (double time = Wait(random, rate); time < age; time += Wait(random, rate))
            {
                // Purchases of one day are one.
                int day = (int)Math.Ceiling(time);
                if (day > last) x++;
                last = day;
                if (random.NextDouble() < p) break;
            }

            customers[i] = CustomerSummary.Create(x, last / 7.0, age / 7.0);
        }

        return customers;
    }

    private static double Wait(Random random, double ratePerWeek) => -Math.Log(1 - random.NextDouble()) / ratePerWeek * 7;

    private static double Beta(Random random, double a, double b)
    {
        double left = Gamma(random, a), right = Gamma(random, b);
        return left / (left + right);
    }

    // Marsaglia & Tsang 2000, with the usual step down from shape + 1.
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(random.NextDouble(), 1 / shape);
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()), v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(1 - random.NextDouble()) < x * x / 2 + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
}
