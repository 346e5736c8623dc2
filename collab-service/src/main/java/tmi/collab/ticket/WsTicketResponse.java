package tmi.collab.ticket;

import jakarta.validation.constraints.NotNull;

/// A ticket, shown once.
public record WsTicketResponse(@NotNull String ticket) {}
