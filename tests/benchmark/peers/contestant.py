# SPDX-License-Identifier: GPL-3.0-or-later
"""What compare.py asks of everyone it compares: a line in, one round of work, a line out."""
import sys
import time

REORDER_POINT, ORDER_UP_TO = 40, 120
DEMAND_RATE, LEAD_MIN, LEAD_MAX, HORIZON = 20.0, 1.0, 5.0, 365.0
HOLDING_COST, STOCKOUT_PENALTY, ORDER_COST = 1.0, 20.0, 50.0


def serve(run_round):
    """run_round () returns (events, mean fill rate, mean total cost); called once to warm up."""
    run_round()
    print('ready', flush=True)
    for _ in sys.stdin:
        begin = time.process_time()
        events, fill_rate, total_cost = run_round()
        print(time.process_time() - begin, events, fill_rate, total_cost, flush=True)
