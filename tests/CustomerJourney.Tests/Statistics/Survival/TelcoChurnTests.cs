using System.Globalization;
using CustomerJourney.Statistics.Survival;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Statistics.Survival;

/// <summary>Tenure and churn of 7,043 customers, held against figures computed by other software (shared/data/facts/telco_churn.json).</summary>
public class TelcoChurnTests
{
    private const string File = "WA_Fn-UseC_-Telco-Customer-Churn.csv";

    [SharedFact("data", "telco_churn", File)]
    public void Curve_of_all_customers_is_that_of_other_software()
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(Sample(Read()))!;
        Assert.Equal((7043L, 1869L, 5174L), (curve.Sample.Count, curve.Sample.Events, curve.Sample.Censored));
        KaplanMeierPoint year = curve.At(12)!.Value, end = curve.At(72)!.Value;
        Assert.Equal((0.8432, 4974L), (Math.Round(year.Survival, 4), year.AtRisk));
        Near.Equal(0.8431995538158313, year.Survival, 1e-12);
        Near.Equal(0.004492160254841062, year.StandardError, 1e-12);
        Near.Equal(0.5927901520522304, end.Survival, 1e-12);
        Near.Equal(0.009918766870762761, end.StandardError, 1e-12);
        Assert.Null(curve.Median.Value);
        Assert.Empty(curve.Warnings);
    }

    [SharedFact("data", "telco_churn", File)]
    public void Contracts_differ_by_2352_87()
    {
        List<(double Tenure, bool Churned, string Contract, string Gender)> rows = Read();
        LogRankResult result = LogRankTest.Compare([.. Groups(rows, row => row.Contract)]);
        Near.Equal(2352.872538259339, result.Test!.Statistic, 1e-10);
        Assert.Equal(2, result.DegreesOfFreedom);
        Assert.Equal([1655, 166, 48], result.Groups.Select(group => group.Observed));
        Near.Equal(708.4455955078731, result.Groups[0].Expected, 1e-12);
        Near.Equal(689.8265783963075, result.Groups[2].Expected, 1e-12);
        Near.Equal(0.5257069722256669, LogRankTest.Compare([.. Groups(rows, row => row.Gender)]).Test!.Statistic, 1e-9);
    }

    [SharedFact("data", "telco_churn", File)]
    public void Half_of_the_monthly_contracts_last_35_months()
    {
        KaplanMeierCurve monthly = KaplanMeierCurve.Of(Groups(Read(), row => row.Contract).First())!;
        Assert.Equal(35, monthly.Median.Value);
        Near.Equal(0.703096636348866, monthly.At(12)!.Value.Survival, 1e-12);
    }

    // By ascending names: month-to-month, one year, two years.
    private static IEnumerable<SurvivalSample> Groups(
        List<(double Tenure, bool Churned, string Contract, string Gender)> rows, Func<(double Tenure, bool Churned, string Contract, string Gender), string> by) =>
        rows.GroupBy(by).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Sample);

    private static SurvivalSample Sample(IEnumerable<(double Tenure, bool Churned, string Contract, string Gender)> rows)
    {
        SurvivalCounts counts = new();
        foreach (var row in rows) counts.Add(row.Tenure, row.Churned);
        return counts.ToSample();
    }

    // No field of this file is quoted.
    private static List<(double Tenure, bool Churned, string Contract, string Gender)> Read()
    {
        string[] lines = System.IO.File.ReadAllLines(SharedFolder.File("data", "telco_churn", File));
        string[] header = lines[0].Split(',');
        int tenure = Array.IndexOf(header, "tenure"), churn = Array.IndexOf(header, "Churn"), contract = Array.IndexOf(header, "Contract"), gender = Array.IndexOf(header, "gender");
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(row => (double.Parse(row[tenure], CultureInfo.InvariantCulture), row[churn] == "Yes", row[contract], row[gender]))];
    }
}
