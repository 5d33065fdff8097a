using System.Globalization;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>How a figure is written.</summary>
internal sealed class Unit
{
    private readonly double _scale;
    private readonly string _suffix;
    private readonly string _changeSuffix;

    private Unit(double scale, string suffix, string changeSuffix) => (_scale, _suffix, _changeSuffix) = (scale, suffix, changeSuffix);

    public static Unit Percent { get; } = new(100, " %", " points");

    public static Unit NetPromoters { get; } = new(100, "", " points");

    public static Unit Hours { get; } = new(1, " h", " h");

    public static Unit Score { get; } = new(1, "", "");

    public string Value(double value) => $"{Number(value, "0.0")}{_suffix}";

    /// <summary>For example: −32.8 points (95 % −38.1 to −27.2).</summary>
    public string Change(Estimate change) =>
        string.Create(CultureInfo.InvariantCulture, $"{Signed(change.Value)}{_changeSuffix} ({change.Level * 100:0.#} % {Signed(change.Lower)} to {Signed(change.Upper)})");

    private string Signed(double value) => Number(value, "+0.0;-0.0;0.0");

    private string Number(double value, string format) => (value * _scale).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
}
