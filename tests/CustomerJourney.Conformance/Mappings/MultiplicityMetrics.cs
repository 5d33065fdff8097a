using System.Text.Json;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>multiplicity.*: p-values corrected for the number of tests.</summary>
internal static class MultiplicityMetrics
{
    private delegate double[] Correction(ReadOnlySpan<double> pValues);

    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        Add("bonferroni", Multiplicity.Bonferroni);
        Add("sidak", Multiplicity.Sidak);
        Add("holm", Multiplicity.Holm);
        Add("holm_sidak", Multiplicity.HolmSidak);
        Add("hommel", Multiplicity.Hommel);
        Add("hochberg", Multiplicity.Hochberg);
        Add("benjamini_hochberg", Multiplicity.BenjaminiHochberg);
        Add("benjamini_yekutieli", Multiplicity.BenjaminiYekutieli);

        void Add(string name, Correction correction) => table.Add($"multiplicity.{name}", input =>
        {
            double alpha = input.Number("alpha");
            double[] adjusted = correction(input.Numbers("pValues"));
            return new Answer { ["adjusted"] = adjusted, ["rejected"] = adjusted.Select(p => p <= alpha).ToArray() };
        });
    }
}
