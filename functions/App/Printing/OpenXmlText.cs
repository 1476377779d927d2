using System.Xml;

namespace LearningSociety.App.Printing;

/// <summary>Texts for office documents, whose markup cannot hold every character.</summary>
internal static class OpenXmlText
{
    /// <summary>The text without control characters, which are no XML: a name read from a page may hold one.</summary>
    public static string Of(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
