package dev.assay.application.report;

/**
 * The library that draws the charts, to be put into the page.
 *
 * @param script its JavaScript, which defines {@code echarts}; without an end tag of a script
 * @param notice its name, version and licence, for the foot of the page
 */
public record ChartLibrary(String script, String notice) {

  public ChartLibrary {
    // A browser reads a page with these line ends, and the checksum must be that of what it reads.
    script = script.replace("\r\n", "\n").replace('\r', '\n').strip();
    if (script.contains("</script")) {
      throw new IllegalArgumentException("a script that ends itself cannot stand in a page");
    }
  }
}
