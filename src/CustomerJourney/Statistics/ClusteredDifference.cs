namespace CustomerJourney.Statistics;

/// <summary>The difference of two ratio means over customers, with the sums that its interval and test need.</summary>
/// <remarks>
/// The number of customers that degrees of freedom go by is that of the smaller group: with all customers in both groups it is theirs, as in the paired t test,
/// and with none shared it is on the safe side of Welch's.
/// </remarks>
internal readonly record struct ClusteredDifference(double Value, double StandardError, long Observations, long Customers, bool IsDefined)
{
    private double DegreesOfFreedom => Customers - 1;

    public static ClusteredDifference Of(Sample baseline, Sample candidate, ReadOnlySpan<ClusterContribution> clusters)
    {
        ExactSum sumA = new(), sumB = new(), denominatorsA = new(), denominatorsB = new();
        long countA = 0, countB = 0, customersA = 0, customersB = 0;
        foreach (ClusterContribution cluster in clusters)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cluster.BaselineCount, nameof(clusters));
            ArgumentOutOfRangeException.ThrowIfNegative(cluster.CandidateCount, nameof(clusters));
            sumA.Add(cluster.BaselineSum);
            sumB.Add(cluster.CandidateSum);
            denominatorsA.Add(Denominator(cluster.BaselineDenominator));
            denominatorsB.Add(Denominator(cluster.CandidateDenominator));
            countA += cluster.BaselineCount;
            countB += cluster.CandidateCount;
            if (cluster.BaselineCount > 0) customersA++;
            if (cluster.CandidateCount > 0) customersB++;
        }

        if (countA != baseline.Count || countB != candidate.Count)
            throw new ArgumentException($"The clusters hold {countA} and {countB} observations, the samples {baseline.Count} and {candidate.Count}: give one entry for each customer in either group.", nameof(clusters));
        long customers = Math.Min(customersA, customersB);
        double totalA = denominatorsA.ToDouble(), totalB = denominatorsB.ToDouble();
        if (customers < 2 || totalA == 0 || totalB == 0) return default;

        double meanA = sumA.ToDouble() / totalA, meanB = sumB.ToDouble() / totalB;
        ExactSum squares = new(), scale = new();
        foreach (ClusterContribution cluster in clusters)
        {
            double partA = cluster.BaselineSum - meanA * cluster.BaselineDenominator, partB = cluster.CandidateSum - meanB * cluster.CandidateDenominator;
            double influence = partB / totalB - partA / totalA;
            squares.Add(influence * influence);
            double size = Math.Abs(cluster.BaselineSum) / totalA + Math.Abs(cluster.CandidateSum) / totalB;
            scale.Add(size * size);
        }

        // Influences that are rounding of the sums themselves are no variation.
        const double RoundingShare = 64 * 1.2325951644078310e-32;
        double sum = squares.ToDouble();
        bool varies = sum > RoundingShare * scale.ToDouble();
        double error = Math.Sqrt(sum * (customers / (customers - 1.0)));
        return new ClusteredDifference(meanB - meanA, error, countA + countB, customers, varies);
    }

    private static double Denominator(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, "clusters");
        return value;
    }

    public Estimate? Change(double level, double limit)
    {
        if (!IsDefined) return null;
        double half = Domain.StudentReach(level, DegreesOfFreedom) * StandardError;
        return new Estimate
        {
            Value = Value,
            Lower = Math.Max(-limit, Value - half),
            Upper = Math.Min(limit, Value + half),
            N = Observations,
            Level = level,
            Method = "t, clustered by customer",
        };
    }

    public TestResult? Test()
    {
        if (!IsDefined) return null;
        double t = Value / StandardError;
        return TestResult.Single(t, StudentTDistribution.TwoSided(t, DegreesOfFreedom), "t, clustered by customer");
    }
}
