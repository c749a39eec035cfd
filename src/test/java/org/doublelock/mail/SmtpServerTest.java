package org.doublelock.mail;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SmtpServerTest {

  /** As some do that have it all; others do not answer at all. */
  @Test
  void a_mail_that_the_server_took_is_sent_though_it_ends_the_line_without_a_word()
      throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<Integer> taken = CompletableFuture.supplyAsync(() -> takeOne(listening));
      SmtpServer server = server(listening.getLocalPort());
      assertDoesNotThrow(() -> server.deliver(new MailText("anna@example.com", "s", "body\n")));
      assertEquals(1, taken.get(60, TimeUnit.SECONDS));
    }
  }

  private static int takeOne(ServerSocket listening) {
    try (Socket line = listening.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out =
            new PrintWriter(line.getOutputStream(), true, StandardCharsets.US_ASCII)) {
      say(out, "220 ready");
      int mails = 0;
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        if (said.equals("DATA")) {
          say(out, "354 go on");
          while (!in.readLine().equals(".")) {
            // the mail
          }
          mails++;
          say(out, "250 taken");
        } else if (said.equals("QUIT")) {
          line.setSoLinger(true, 0); // a reset
          return mails;
        } else {
          say(out, "250 fine");
        }
      }
      return mails;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  private static SmtpServer server(int port) {
    return new SmtpServer(
        "127.0.0.1",
        port,
        SmtpSecurity.NONE,
        Optional.empty(),
        Optional.empty(),
        "doublelock@example.com",
        "keys.example.com");
  }
}
