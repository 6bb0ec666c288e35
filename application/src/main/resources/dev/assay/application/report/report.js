(function () {
  'use strict';
  var charts = JSON.parse(document.getElementById('chart-data').textContent);
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var paper = { '--ink': '#000', '--line': '#999', '--first': '#0072b2', '--second': '#d55e00' };
  var paperWidth = 680;
  var drawn = [];
  var opened = [];

  function colours(printing) {
    var style = getComputedStyle(document.documentElement);
    return function (name) {
      return printing ? paper[name] : style.getPropertyValue(name).trim();
    };
  }

  function brief(value) {
    if (value === 0) {
      return '0';
    }
    var size = Math.abs(value);
    return size >= 1e5 || size < 1e-3
      ? value.toExponential(0).replace('e+', 'e')
      : String(value);
  }

  function axis(type, name, colour, more) {
    var line = { lineStyle: { color: colour('--line') } };
    return Object.assign({
      type: type,
      name: name,
      nameLocation: 'middle',
      nameTextStyle: { color: colour('--ink') },
      axisLabel: { color: colour('--ink'), hideOverlap: true },
      axisLine: line,
      splitLine: line
    }, more);
  }

  function common(chart, colour) {
    return {
      animation: false,
      color: [colour('--first'), colour('--second')],
      textStyle: { fontFamily: 'system-ui, sans-serif' },
      grid: { left: 70, right: 16, top: 36, bottom: 84 },
      legend: chart.series.length > 1 ? { top: 0, textStyle: { color: colour('--ink') } } : undefined
    };
  }

  function scatter(chart, colour) {
    var shapes = ['circle', 'triangle'];
    return Object.assign(common(chart, colour), {
      grid: { left: 70, right: 16, top: 36, bottom: 56 },
      tooltip: {
        renderMode: 'richText',
        formatter: function (point) {
          return point.data[2] + '\n' + chart.x + ' ' + point.data[0].toPrecision(3) +
            '\n' + chart.y + ' ' + point.data[1].toExponential(2);
        }
      },
      xAxis: axis('value', chart.x, colour, { nameGap: 28 }),
      yAxis: axis('log', chart.y, colour, {
        nameGap: 50,
        axisLabel: { color: colour('--ink'), formatter: brief }
      }),
      series: chart.series.map(function (series, i) {
        return {
          type: 'scatter',
          name: series.name,
          data: series.data,
          symbol: shapes[i],
          symbolSize: 6,
          itemStyle: { opacity: 0.6, color: i === 0 ? colour('--first') : colour('--second') }
        };
      })
    });
  }

  function bars(chart, colour) {
    return Object.assign(common(chart, colour), {
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      xAxis: axis('category', chart.x || '', colour, {
        data: chart.categories,
        nameGap: 66,
        axisLabel: { color: colour('--ink'), rotate: chart.categories.length > 8 ? 40 : 0, interval: 0 }
      }),
      yAxis: axis('log', chart.y, colour, {
        min: 0.5,
        nameGap: 50,
        axisLabel: {
          color: colour('--ink'),
          formatter: function (value) { return value < 1 ? '' : brief(value); }
        }
      }),
      series: chart.series.map(function (series, i) {
        return {
          type: 'bar',
          name: series.name,
          data: series.data.map(function (count) { return count > 0 ? count : null; }),
          itemStyle: {
            color: chart.series.length > 1 && i === 0 ? colour('--second') : colour('--first')
          }
        };
      })
    });
  }

  function draw(printing) {
    var colour = colours(printing);
    drawn.forEach(function (chart) { chart.dispose(); });
    drawn = charts.map(function (chart) {
      var place = document.getElementById(chart.id);
      var size = printing ? { renderer: 'svg', width: paperWidth } : { renderer: 'svg' };
      var picture = echarts.init(place, null, size);
      picture.setOption(chart.kind === 'scatter' ? scatter(chart, colour) : bars(chart, colour));
      return picture;
    });
  }

  function redraw() { draw(false); }

  redraw();
  dark.addEventListener('change', redraw);
  window.addEventListener('resize', function () {
    drawn.forEach(function (chart) { chart.resize(); });
  });
  window.addEventListener('beforeprint', function () {
    opened = Array.prototype.slice.call(document.querySelectorAll('details:not([open])'));
    opened.forEach(function (part) { part.open = true; });
    draw(true);
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (part) { part.open = false; });
    redraw();
  });
}());
