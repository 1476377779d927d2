namespace LearningSociety.App.Pdf.Objects;

/// <summary>Gets the decoded bytes of a stream.</summary>
internal static class PdfStreams
{
    /// <summary>The decoded bytes; null when a filter is none of ours.</summary>
    /// <param name="data">The file.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="resolve">Follows references.</param>
    /// <param name="most">Most bytes to inflate.</param>
    /// <param name="cipher">Takes the encryption off; null when the file has none.</param>
    public static byte[]? Decode(byte[] data, PdfStream stream, Func<PdfValue, PdfValue> resolve, long most, PdfCipher? cipher)
    {
        var raw = data.AsSpan(stream.Start, stream.Length).ToArray();
        if (cipher is not null)
            raw = cipher.Decrypt(raw, stream.Number, stream.Generation);
        var filters = Each(stream.Dictionary, "Filter", "F", resolve).OfType<PdfName>().Select(name => name.Value).ToList();
        var settings = Each(stream.Dictionary, "DecodeParms", "DP", resolve).Select(value => value as PdfDictionary).ToList();
        while (settings.Count < filters.Count)
            settings.Add(null);
        return PdfFilters.Decode(raw, filters, settings, most);
    }

    private static IEnumerable<PdfValue> Each(PdfDictionary dictionary, string key, string brief, Func<PdfValue, PdfValue> resolve) =>
        resolve(dictionary.Has(key) ? dictionary[key] : dictionary[brief]) switch
        {
            PdfArray array => array.Items.Select(resolve),
            PdfNull => [],
            var one => [one],
        };
}
