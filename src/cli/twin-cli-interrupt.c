/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-cli-interrupt.h"

#include <signal.h>
#include <unistd.h>

#include "twin-cli-command.h"

static void
watched_signals (sigset_t *signals)
{
  static const int watched[] = { SIGINT, SIGTERM };

  sigemptyset (signals);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      struct sigaction action;

      if (sigaction (watched[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
        sigaddset (signals, watched[i]);
    }
}

/* Waits in a thread of its own, because nothing that takes a lock may be called from a signal
 * handler, and g_cancellable_cancel() takes one. */
static gpointer
wait_for_signals (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int number;

  watched_signals (&signals);
  while (sigwait (&signals, &number) == 0)
    {
      if (g_cancellable_is_cancelled (cancellable))
        _exit (TWIN_EXIT_INTERRUPTED);
      g_cancellable_cancel (cancellable);
    }
  return NULL;
}

void
twin_cli_interrupt_watch (GCancellable *cancellable)
{
  sigset_t signals;

  watched_signals (&signals);
  if (pthread_sigmask (SIG_BLOCK, &signals, NULL) != 0)
    return;
  g_thread_unref (g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable)));
}
