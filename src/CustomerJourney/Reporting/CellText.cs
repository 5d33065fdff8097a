namespace CustomerJourney.Reporting;

/// <summary>A cell as a reader sees it, still unescaped.</summary>
internal readonly record struct CellText(string Text, CellState State);
