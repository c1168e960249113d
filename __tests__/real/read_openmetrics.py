"""Reads OpenMetrics from standard input with Prometheus' own client, and prints the samples as JSON."""

import json
import sys

from prometheus_client.openmetrics.parser import text_string_to_metric_families
from prometheus_client.parser import text_string_to_metric_families as read_older

text = sys.stdin.read()


def samples(families):
    return [
        [sample.name, sample.labels, float(sample.value)]
        for family in families
        for sample in family.samples
    ]


open_metrics = samples(text_string_to_metric_families(text))
assert open_metrics == samples(read_older(text)), "both formats have to say the same"
print(json.dumps(open_metrics))
