namespace CustomerJourney.Reporting;

/// <summary>Something that a page shows above a table.</summary>
internal interface IDrawing
{
    /// <summary>Writes the drawing; <paramref name="id"/> is unique on the page and safe in markup.</summary>
    void Write(Markup page, string id, string title, PageContext context);
}
