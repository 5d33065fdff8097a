namespace CustomerJourney.Reporting;

/// <summary>The look of the page: one column of cards, light or dark as the reader's system is, plain on paper.</summary>
internal static class PageStyle
{
    private const string Accent = "#0f6f66";

    /// <summary>Writes the style element; the color has been checked to be one.</summary>
    public static void Write(Markup page, string? accentColor) => page.Append($$"""
        <style>
        :root { --given: {{accentColor ?? Accent}}; --paper: #f4f3ef; --card: #ffffff; --ink: #1e2329; --muted: #5c6470; --line: #e2e0d9; --grid: #eceae4;
          --accent: var(--given); --negative: #b9501c; --shadow: 0 1px 2px rgba(30, 35, 41, .05), 0 4px 16px rgba(30, 35, 41, .04); }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #131518; --card: #1b1e23; --ink: #e7e5e0; --muted: #a2a8b2; --line: #30343b; --grid: #272b31;
            --accent: color-mix(in srgb, var(--given) 55%, #ffffff); --negative: #e58a57; --shadow: none; }
        }
        * { box-sizing: border-box; }
        html { background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif; }
        body { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
        h1, h2, h3 { font-family: "Noto Serif", Charter, Georgia, "Songti SC", serif; line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; margin: 0; }
        h1 { font-size: 2.1rem; padding-bottom: 1rem; border-bottom: 3px solid var(--accent); }
        main > h2 { font-size: 1.55rem; margin: 2.75rem 0 1rem; }
        section > h2, section > h3 { font-size: 1.2rem; margin-bottom: 1rem; }
        nav { margin: 1.25rem 0 2rem; font-size: .95rem; }
        nav h2 { font: 600 .8rem/1.4 system-ui, sans-serif; letter-spacing: .04em; color: var(--muted); margin-bottom: .35rem; }
        nav ul { list-style: none; margin: 0; padding: 0; columns: 18rem 2; column-gap: 2.5rem; }
        nav li { padding: .12rem 0; break-inside: avoid; overflow-wrap: anywhere; }
        nav li.below { padding-inline-start: 1.1rem; }
        a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
        a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: 1.4rem 1.5rem 1.2rem; margin: 1.25rem 0; }
        .note { max-width: 44rem; margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); white-space: pre-line; overflow-wrap: anywhere; }
        /* Names may be written from right to left; each reads in its own direction. */
        h1, h2, h3, li, th, td, .note { unicode-bidi: plaintext; text-align: left; }
        .scroll { overflow-x: auto; }
        figure { margin: 0 0 1.25rem; }
        img { max-width: 100%; height: auto; background: #ffffff; border-radius: 6px; }
        table { border-collapse: collapse; min-width: min(100%, 34rem); font-size: .92rem; font-variant-numeric: tabular-nums; }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        th, td { padding: .42rem 1.4rem .42rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
        th:last-child, td:last-child { padding-inline-end: 0; }
        thead th { color: var(--muted); font-weight: 500; vertical-align: bottom; border-bottom-color: var(--muted); }
        tbody th { font-weight: 600; min-width: 6rem; }
        tbody tr:last-child > * { border-bottom: 0; }
        tbody th, tbody td { max-width: 28rem; overflow-wrap: break-word; }
        tbody td:not(.figure) { min-width: 7rem; }
        .figure { text-align: right; white-space: nowrap; }
        abbr { color: var(--muted); text-decoration: none; cursor: help; }
        .remarks { max-width: 44rem; margin: .75rem 0; padding-inline-start: 1.2rem; overflow-wrap: anywhere; }
        .small, footer { color: var(--muted); font-size: .85rem; }
        footer { margin-top: 2.5rem; }
        .chart { display: block; width: 100%; min-width: 40rem; height: auto; direction: ltr; font-size: 13px; font-variant-numeric: tabular-nums; }
        .chart text { fill: var(--ink); }
        .chart .end { text-anchor: end; }
        .chart .tick { text-anchor: middle; font-size: 11px; fill: var(--muted); }
        .chart .small { fill: var(--muted); font-size: 12px; }
        .chart .grid { stroke: var(--grid); }
        .chart .zero { stroke: var(--muted); }
        .chart .bar { fill: var(--accent); fill-opacity: .8; }
        .chart .negative { fill: var(--negative); }
        .chart .band { fill: var(--grid); fill-opacity: .55; }
        .chart .stage { text-anchor: middle; font-weight: 600; font-size: 12px; }
        .chart .name { text-anchor: end; font-size: 12px; }
        .chart .curve { stroke: var(--accent); stroke-width: 2.5; stroke-linecap: round; }
        .chart .target { stroke: var(--muted); stroke-width: 1.25; stroke-dasharray: 4 4; }
        .chart .change { stroke: var(--negative); stroke-width: 1.25; stroke-dasharray: 2 3; }
        .chart .reach { fill: none; stroke: var(--muted); stroke-opacity: .55; }
        .chart .aim { fill: var(--card); stroke: var(--muted); }
        .chart .ring { fill: none; stroke: var(--ink); stroke-width: 1.25; }
        .chart circle.bar { fill-opacity: 1; }
        .chart .whisker { fill: none; stroke: var(--ink); stroke-width: 1.25; }
        @media (max-width: 36rem) { body { padding: 1.5rem .9rem 2rem; } section { padding: 1.1rem 1rem; } h1 { font-size: 1.65rem; } }
        @media print {
          :root { --paper: #ffffff; --card: #ffffff; --ink: #000000; --muted: #444444; --line: #bbbbbb; --grid: #dddddd; --accent: var(--given); --negative: #b9501c; --shadow: none; }
          body { max-width: none; padding: 0; }
          section { border: 0; padding: 0; }
          h2, h3 { break-after: avoid; }
          tr, figure { break-inside: avoid; }
          .scroll { overflow: visible; }
          .chart { min-width: 0; }
          * { print-color-adjust: exact; }
        }
        </style>

        """);
}
