using System.Text;

namespace CustomerJourney.Reporting;

/// <summary>
/// A user's SVG. Pasted into the page it could bring scripts, forms and styles; as an image it is inert:
/// browsers run no script and load nothing for an SVG inside <c>img</c>, and base64 has no character that means anything in HTML.
/// </summary>
internal sealed class UserImage(string svg) : IDrawing
{
    private readonly string _base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));

    public void Write(Markup page, string id, string title, PageContext context) =>
        page.Append($"<figure><img alt=\"{title}\" src=\"data:image/svg+xml;base64,{_base64}\"/></figure>\n");
}
