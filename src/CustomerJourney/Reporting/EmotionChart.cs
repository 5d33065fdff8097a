namespace CustomerJourney.Reporting;

/// <summary>The mean emotion of each touchpoint along the journey, -2 to +2, with the target as a dashed line and moments of truth as rings.</summary>
internal sealed class EmotionChart(Journey journey) : IDrawing
{
    private const double AxisWidth = 36;
    private const double LeastWidth = 720;
    private const double LeastColumn = 64;
    private const double Top = 30;
    private const double UnitHeight = 32;
    private const int NameLetters = 20;
    private const double LetterHeight = 4.6;
    private const int Extreme = 2;
    private const double Bottom = Top + (2 * Extreme * UnitHeight);

    /// <summary>Draws the curve; nothing where no touchpoint has an emotion.</summary>
    public void Write(Markup page, string id, string title, PageContext context)
    {
        IReadOnlyList<Touchpoint> touchpoints = journey.Touchpoints;
        if (touchpoints.All(touchpoint => touchpoint.MeanEmotion is null)) return;
        double column = Math.Max(LeastColumn, LeastWidth / touchpoints.Count);
        double width = AxisWidth + (column * touchpoints.Count);
        string[] names = [.. touchpoints.Select(touchpoint => PlainText.Shorten(PlainText.OnOneLine(touchpoint.Name), NameLetters))];
        double height = Bottom + 30 + (LetterHeight * names.Max(PlainText.Width));
        string name = $"{title}: {string.Format(context.Culture, context.Texts.DrawingOf, "Emotion")}";
        page.Append($"<figure class=\"scroll\"><svg class=\"chart\" role=\"img\" aria-labelledby=\"{id}\" viewBox=\"0 0 {width} {height}\" style=\"min-width: {width}px\">\n<title id=\"{id}\">{name}</title>\n");
        WriteStages(page, column);
        WriteAxis(page, width, context);
        WriteLine(page, touchpoints, column, JourneyMapSection.Target, isTarget: true);
        WriteLine(page, touchpoints, column, touchpoint => touchpoint.MeanEmotion, isTarget: false);
        for (int i = 0; i < touchpoints.Count; i++) WriteTouchpoint(page, touchpoints[i], names[i], CenterOf(i, column));
        page.Append($"</svg></figure>\n");
    }

    private void WriteStages(Markup page, double column)
    {
        int first = 0;
        foreach (Stage stage in journey.Stages.Where(stage => stage.Touchpoints.Count > 0))
        {
            (double x, double width) = (AxisWidth + (first * column), stage.Touchpoints.Count * column);
            page.Append($"<rect class=\"band\" x=\"{x + 2}\" y=\"{Top - 24}\" width=\"{width - 4}\" height=\"{Bottom - Top + 30}\" rx=\"6\"/>");
            page.Append($"<text class=\"stage\" x=\"{x + (width / 2)}\" y=\"{Top - 9}\"><title>{stage.Name}</title>{PlainText.Shorten(PlainText.OnOneLine(stage.Name), (int)(width / 8))}</text>\n");
            first += stage.Touchpoints.Count;
        }
    }

    private static void WriteAxis(Markup page, double width, PageContext context)
    {
        for (int emotion = -Extreme; emotion <= Extreme; emotion++)
        {
            string sign = emotion > 0 ? "+" : "";
            page.Append($"<text class=\"tick\" x=\"{AxisWidth / 2}\" y=\"{HeightOf(emotion) + 4}\">{sign + FigureText.Number(emotion, 0, context.Culture)}</text>");
            if (emotion == 0) page.Append($"<line class=\"zero\" x1=\"{AxisWidth}\" x2=\"{width}\" y1=\"{HeightOf(0)}\" y2=\"{HeightOf(0)}\"/>\n");
            else page.Append($"<line class=\"grid\" x1=\"{AxisWidth}\" x2=\"{width}\" y1=\"{HeightOf(emotion)}\" y2=\"{HeightOf(emotion)}\"/>\n");
        }
    }

    /// <summary>A line that is broken where a touchpoint has no figure: a feeling that nobody noted is not drawn.</summary>
    private static void WriteLine(Markup page, IReadOnlyList<Touchpoint> touchpoints, double column, Func<Touchpoint, double?> figure, bool isTarget)
    {
        for (int i = 1; i < touchpoints.Count; i++)
        {
            if (figure(touchpoints[i - 1]) is not { } before || figure(touchpoints[i]) is not { } here) continue;
            if (isTarget) page.Append($"<line class=\"target\" x1=\"{CenterOf(i - 1, column)}\" y1=\"{HeightOf(before)}\" x2=\"{CenterOf(i, column)}\" y2=\"{HeightOf(here)}\"/>\n");
            else page.Append($"<line class=\"curve\" x1=\"{CenterOf(i - 1, column)}\" y1=\"{HeightOf(before)}\" x2=\"{CenterOf(i, column)}\" y2=\"{HeightOf(here)}\"/>\n");
        }
    }

    private static void WriteTouchpoint(Markup page, Touchpoint touchpoint, string name, double x)
    {
        if (JourneyMapSection.Target(touchpoint) is { } target) page.Append($"<circle class=\"aim\" cx=\"{x}\" cy=\"{HeightOf(target)}\" r=\"3\"/>");
        if (touchpoint.MeanEmotion is { } emotion)
        {
            if (touchpoint.IsMomentOfTruth) page.Append($"<circle class=\"ring\" cx=\"{x}\" cy=\"{HeightOf(emotion)}\" r=\"9\"/>");
            if (emotion < 0) page.Append($"<circle class=\"bar negative\" cx=\"{x}\" cy=\"{HeightOf(emotion)}\" r=\"5\"/>");
            else page.Append($"<circle class=\"bar\" cx=\"{x}\" cy=\"{HeightOf(emotion)}\" r=\"5\"/>");
        }

        double y = Bottom + 22;
        page.Append($"<text class=\"name\" x=\"{x + 4}\" y=\"{y}\" transform=\"rotate(-38 {x + 4} {y})\"><title>{touchpoint.Name}</title>{name}</text>\n");
    }

    private static double CenterOf(int index, double column) => AxisWidth + (column * (index + 0.5));

    private static double HeightOf(double emotion) => Bottom - ((Math.Clamp(emotion, -Extreme, Extreme) + Extreme) * UnitHeight);
}
