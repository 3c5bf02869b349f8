// Bars and points: distribution of scores, 20/60/20, concentration, profit against cost to serve.

/** How many customers have which score; the cuts between grades as lines. */
function barsChart(data, t) {
  const marks = data.marks.map((mark) => ({ xAxis: Number(mark.at), label: { formatter: label((page.grades[mark.label] || { chip: mark.label }).chip) } }));
  const step = Number(data.step);
  const bars = data.labels.map((from, at) => [Number(from) + step / 2, Number(data.values[at])]);
  return base(t, {
    grid: { ...ROOM, top: 26 },
    xAxis: axis(t, { type: "value", min: Number(data.labels[0]), max: bars[bars.length - 1][0] + step / 2, splitLine: { show: false } }),
    yAxis: axis(t, { type: "value", minInterval: 1 }),
    tooltip: tip(t, "axis", ([bar]) => [
      fill(words.bars_tip, { from: SHORT.number(bar.value[0] - step / 2), to: SHORT.number(bar.value[0] + step / 2), n: SHORT.count(bar.value[1]) }),
    ]),
    series: [{
      type: "bar", data: bars, barWidth: "84%", itemStyle: { color: t.accent, borderRadius: [2, 2, 0, 0] },
      markLine: {
        silent: true, symbol: "none", data: marks, lineStyle: { color: t.pale, type: [3, 3] },
        label: { position: "end", color: t.ink2, fontSize: 11, fontWeight: 600 },
      },
    }],
  });
}

function barAxis(t, names) {
  return axis(t, { type: "category", inverse: true, data: names, splitLine: { show: false },
    axisLabel: { color: t.ink2, fontSize: 12, lineHeight: 16, interval: 0, rich: { small: { color: t.muted, fontSize: 11, lineHeight: 16 } } } });
}

/** One lying bar a row, its share written at the end. */
function lying(name, values, colour, width) {
  return {
    type: "bar", name, barWidth: width, barGap: "40%",
    data: values.map((value, at) => ({
      value, itemStyle: { color: typeof colour === "function" ? colour(at, value) : colour, borderRadius: 2 },
      label: { position: value < -0.05 ? "left" : "right" },
    })),
    label: { show: true, color: "inherit", fontSize: 11, formatter: ({ value }) => share(value, 0) },
  };
}

function shareAxis(values) {
  const least = Math.min(0, ...values), most = Math.max(...values, 0.01);
  return { type: "value", show: false, min: least < 0 ? least - 0.2 * (most - least) : 0, max: most };
}

function named(series, words_, t, ink) {
  series.data = series.data.map((item) => ({ ...item, label: { ...item.label, color: ink || t.ink, formatter: ({ value }) => `${share(value, 0)} ${words_}` } }));
  return series;
}

/** Top, middle and last band: what they bring, and what they take. */
function bandsChart(data, t) {
  const colours = classColours(t);
  const value = data.bands.map((band) => Number(band.value_share || 0));
  const cost = data.bands.map((band) => Number(band.cost_share || 0));
  const costs = data.bands.some((band) => band.cost_share != null);
  const names = data.bands.map((band) => `${label(band.label)}\n{small|${fill(words.customers, { n: SHORT.count(band.customers) })}}`);
  const bar = lying("", value, (at, share_) => (share_ < 0 ? t.bad : colours[Math.min(at, 2)]), 11);
  return base(t, {
    grid: { ...ROOM, right: costs ? 90 : 48 },
    xAxis: shareAxis([...value, ...cost]),
    yAxis: barAxis(t, names),
    series: [named(bar, "", t), ...(costs ? [named(lying(data.cost_name, cost, t.d, 11), label(data.cost_name), t, t.muted)] : [])],
  });
}

/** What the first customers bring together. */
function concentrationChart(data, t) {
  const shares = data.share.map(Number);
  const profit = data.profit ? data.profit.map(Number) : [];
  const names = data.n.map((n) => fill(words.top, { n: SHORT.count(n) }));
  return base(t, {
    grid: { ...ROOM, right: profit.length ? 96 : 48 },
    xAxis: shareAxis([...shares, ...profit]),
    yAxis: barAxis(t, names),
    series: [
      named(lying("", shares, t.teal, profit.length ? 8 : 10), profit.length ? words.of_sales : "", t),
      ...(profit.length ? [named(lying("", profit, t.d, 8), words.of_profit, t, t.muted)] : []),
    ],
  });
}

/** Each customer a point, its area the sales; below the line of break-even it is red. */
function scatterChart(data, t) {
  const p = data.points;
  const said = { x: saidAs(data.x_unit, p.x), y: saidAs(data.y_unit, p.y) };
  const largest = Math.max(1, ...p.size.map((size) => Number(size) || 0));
  const points = p.x.map((x, at) => ({
    value: [Number(x), Number(p.y[at])], at,
    symbolSize: 4 + 22 * Math.sqrt(Math.max(0, Number(p.size[at]) || 0) / largest),
    itemStyle: { color: loses(data, Number(x), Number(p.y[at])) ? t.bad : t.accent, opacity: 0.5 },
  }));
  const widest = Math.max(...p.x.map(Number));
  const name = (at, most) => label(p.name[at] || p.id[at], most);
  for (const at of speaking(p)) {
    points[at].label = { show: true, position: Number(p.x[at]) > 0.65 * widest ? "left" : "right", color: t.ink2, opacity: 1, fontSize: 11, textBorderColor: t.surface, textBorderWidth: 2, formatter: () => name(at, 18) };
  }
  const said_ = (axis_) => ({ color: t.muted, fontSize: 11, hideOverlap: true, formatter: said[axis_] });
  return base(t, {
    grid: { ...ROOM, right: 30, top: 26, bottom: 20 },
    xAxis: axis(t, { type: "value", min: 0, name: label(data.x_name, 40), nameLocation: "middle", nameGap: 22, splitLine: { show: false }, axisLabel: said_("x") }),
    yAxis: axis(t, { type: "value", name: label(data.y_name, 40), nameTextStyle: { color: t.muted, align: "left" }, axisLabel: said_("y") }),
    tooltip: tip(t, "item", ([point]) => point.data.at == null ? [] : [
      name(point.data.at, 60), `${data.x_name} ${said.x(point.value[0])}`, `${data.y_name} ${said.y(point.value[1])}`,
    ]),
    series: [{ type: "scatter", data: points, labelLayout: { hideOverlap: true }, markLine: breakEven(data, points, t) }],
  });
}

function saidAs(unit, values) {
  const scale = moneyScale(values);
  return unit === "share" ? (value) => share(value, 0) : (value) => moneyMark(value, scale);
}

function loses({ lines }, x, y) {
  return lines.diagonal ? y < x : y < 0;
}

/** The line on which a customer earns what it costs, and the medians where they are given. */
function breakEven({ lines }, points, t) {
  const widest = Math.max(...points.map((p) => p.value[0]));
  const end = Math.min(widest, Math.max(...points.map((p) => p.value[1])));
  const marks = ["x", "y"].filter((name) => lines[name] != null).map((name) => ({ [`${name}Axis`]: Number(lines[name]), label: { show: false } }));
  const diagonal = lines.diagonal && end > 0 ? [[{ coord: [0, 0], name: lines.diagonal }, { coord: [end, end] }]] : [];
  return {
    silent: true, symbol: "none", data: [...marks, ...diagonal], lineStyle: { color: t.pale, type: [3, 3] },
    label: { position: widest > 1.25 * end ? "end" : "insideEndBottom", color: t.muted, fontSize: 11, formatter: ({ name }) => label(name || "") },
  };
}

/** The points that bear their name: the three largest, and the three that lose most. */
function speaking(points) {
  const places = points.x.map((_, at) => at);
  const lost = (at) => (Number(points.x[at]) - Number(points.y[at])) * Number(points.size[at]);
  const largest = [...places].sort((one, other) => points.size[other] - points.size[one]).slice(0, 3);
  const dearest = [...places].sort((one, other) => lost(other) - lost(one)).slice(0, 3).filter((at) => lost(at) > 0);
  return new Set([...largest, ...dearest]);
}
