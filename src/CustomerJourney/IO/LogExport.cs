using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>What an export wrote, how to read it back, and what of the log it could not carry.</summary>
public sealed record LogExport
{
    /// <summary>The mapping that reads the export back: <c>JourneyLog.ReadCsvAsync(path, export.Mapping, format)</c> or <c>JourneyLog.ReadJsonLinesAsync(path, export.Mapping)</c>.</summary>
    public required EventMapping Mapping { get; init; }

    /// <summary>The events that were written, one a row: all of the log.</summary>
    public required long Events { get; init; }

    /// <summary>Customers of the log that have no events and so no row. A snapshot or XES carries them.</summary>
    public required long CustomersWithoutEvents { get; init; }

    /// <summary>Attribute values that are the empty text: tables have no difference between that and no value, so none is read back.</summary>
    public required long EmptyValues { get; init; }

    /// <summary>Cells that got an apostrophe before them, with <see cref="LogExportOptions.FormulaSafe"/>.</summary>
    public required long CellsMadeSafe { get; init; }

    /// <summary>Whether the events, customers and attributes that are read back are those of the log, bit for bit.</summary>
    public bool IsLossless => CustomersWithoutEvents == 0 && EmptyValues == 0 && CellsMadeSafe == 0;
}
