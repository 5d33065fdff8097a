namespace CustomerJourney.Reporting;

/// <summary>Why a cell shows what it shows.</summary>
internal enum CellState
{
    Value,
    NoData,
    Hidden,
}
